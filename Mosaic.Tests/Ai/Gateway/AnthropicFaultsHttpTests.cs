using Mosaic.Web.Platform.Ai;

namespace Mosaic.Tests.Ai.Gateway;

public sealed class AnthropicFaultsHttpTests(AiHouse house) : ChatFaultsTest(house, AiProviders.Anthropic);
