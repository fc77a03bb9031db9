using System.Text.RegularExpressions;
using System.Xml.Linq;
using Mosaic.Tests.Architecture;

namespace Mosaic.Tests.Ui;

public sealed partial class SpriteTests
{
    [Fact]
    public void Every_icon_that_a_page_names_is_drawn()
    {
        var drawn = XDocument.Parse(SourceTree.Read("wwwroot-assets/icons/sprite.svg")).Descendants()
            .Where(element => element.Name.LocalName == "symbol").Select(symbol => (string)symbol.Attribute("id")!).ToHashSet();
        var named = SourceTree.Named(".razor")
            .SelectMany(file => Named().Matches(SourceTree.Read(file)).Select(match => (File: file, Icon: match.Groups[1].Value)))
            .ToList();

        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, use => !drawn.Contains(use.Icon));
    }

    [GeneratedRegex("""<(?:Icon Name|MenuItem[^>]*? Icon|MenuButton[^>]*? Icon|EmptyState[^>]*? Icon)="([a-z-]+)["]""")]
    private static partial Regex Named();
}
