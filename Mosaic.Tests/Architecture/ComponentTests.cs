using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Mosaic.Web.Hosting;

namespace Mosaic.Tests.Architecture;

public sealed partial class ComponentTests
{
    private static readonly Type[] Types = [.. TypeUses.Written(typeof(MosaicKeys).Assembly)];

    [Fact]
    public void Every_page_says_who_may_see_it()
    {
        var pages = Types.Where(type => type.IsDefined(typeof(RouteAttribute))).ToList();
        Assert.NotEmpty(pages);
        Offences.None(pages.Where(page => !page.IsDefined(typeof(AuthorizeAttribute)) && !page.IsDefined(typeof(AllowAnonymousAttribute))).Select(page => page.Name));
    }

    [Fact]
    public void Only_the_markdown_view_writes_markup() => Assert.Equal(
        ["MarkdownView"],
        Types.Where(Mentions<MarkupString>).Select(type => type.Name));

    [Fact]
    public void Controls_ask_for_no_service_of_ours() => Offences.None(
        from type in Types
        where type.Namespace!.StartsWith("Mosaic.Web.Ui", StringComparison.Ordinal)
        from property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        where property.IsDefined(typeof(InjectAttribute)) && property.PropertyType.Namespace!.StartsWith("Mosaic", StringComparison.Ordinal)
        select $"{type.Name}.{property.Name}");

    [Fact]
    public void Looks_stand_in_style_sheets() => Offences.None(Finds(LiteralStyle()));

    [Fact]
    public void No_markup_carries_a_script() => Offences.None(Finds(InlineScript()));

    /// <summary>Written markup that Razor itself turns into <c>MarkupString</c> has no field or call of it.</summary>
    private static bool Mentions<T>(Type type) =>
        type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Concat<MethodBase>(type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            .SelectMany(InstructionReader.MembersIn)
            .Any(member => member == typeof(T) || member.DeclaringType == typeof(T));

    private static IEnumerable<string> Finds(Regex offence) =>
        from file in SourceTree.Named(".razor")
        from line in SourceTree.Lines(file)
        where offence.IsMatch(line)
        select $"{file}: {line.Trim()}";

    [GeneratedRegex("""\sstyle="[^"@]*"|\sStyle="[^"@]*"|<style\b""")]
    private static partial Regex LiteralStyle();

    [GeneratedRegex("""<script(?![^>]*\ssrc=)|\son[a-z]+="(?!@)|javascript:""")]
    private static partial Regex InlineScript();
}
