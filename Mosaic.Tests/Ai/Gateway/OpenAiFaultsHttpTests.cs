using Mosaic.Web.Platform.Ai;

namespace Mosaic.Tests.Ai.Gateway;

public sealed class OpenAiFaultsHttpTests(AiHouse house) : ChatFaultsTest(house, AiProviders.OpenAiCompatible);
