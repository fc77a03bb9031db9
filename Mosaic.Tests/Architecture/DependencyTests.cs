using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Web.Hosting;

namespace Mosaic.Tests.Architecture;

/// <summary>Who may know whom, as the house is drawn: Data nobody, Ui nobody, Platform Data, a feature what is below it.</summary>
public sealed class DependencyTests
{
    private const string Web = "Mosaic.Web.";

    [Fact]
    public void Data_knows_nothing_of_ours() =>
        Assert.DoesNotContain(typeof(MosaicDb).Assembly.GetReferencedAssemblies(), name => name.Name!.StartsWith("Mosaic", StringComparison.Ordinal));

    [Fact]
    public void Every_part_of_the_web_project_uses_only_what_it_may() =>
        Offences.None(Found());

    private static IEnumerable<string> Found() =>
        from type in TypeUses.Written(typeof(MosaicKeys).Assembly)
        from used in TypeUses.Of(type)
        where !May(type, used)
        orderby type.FullName, used.FullName
        select $"{type.FullName} uses {used.FullName}";

    private static bool May(Type type, Type used)
    {
        var (area, slice) = Place(type);
        var (usedArea, usedSlice) = Place(used);
        return area switch
        {
            // The one control that needs the renderer; it stands in Ui because every slice shows text with it.
            "Ui" => usedArea == "Ui" || (type.Name == "MarkdownView" && usedSlice == "Markdown"),
            "Platform" => usedArea is "Platform" or "Data",
            "Features" => usedArea is "Platform" or "Ui" or "Data" || (usedArea == "Features" && (slice == usedSlice || IsOffered(used))),
            "Shell" => usedArea is "Shell" or "Platform" or "Ui" or "Data",
            "Hosting" or "Root" => true,
            _ => false,
        };
    }

    /// <summary>A feature offers its public services, what their methods take and give, and its words and rules.</summary>
    private static bool IsOffered(Type used) => used.IsPublic && (IsService(used) || IsWordsOrRules(used) || TypeUses.Written(used.Assembly)
        .Where(type => IsService(type) && type.IsPublic && Place(type) == Place(used))
        .Any(service => TypeUses.InPublicSignaturesOf(service).Contains(used)));

    /// <summary>Static, and out of touch with the database; doors are for hosting alone.</summary>
    private static bool IsWordsOrRules(Type type) => type is { IsAbstract: true, IsSealed: true }
        && !type.Name.EndsWith("Feature", StringComparison.Ordinal)
        && !TypeUses.InPublicSignaturesOf(type).Contains(typeof(MosaicDb));

    /// <summary>Whatever its name: it asks for the database itself, and is injected.</summary>
    private static bool IsService(Type type) => type.Name.EndsWith("Service", StringComparison.Ordinal) || type.GetConstructors()
        .Any(constructor => constructor.GetParameters().Any(parameter => parameter.ParameterType == typeof(IDbContextFactory<MosaicDb>)));

    private static (string Area, string Slice) Place(Type type)
    {
        if (type.Assembly == typeof(MosaicDb).Assembly) return ("Data", "");
        var parts = type.FullName!.StartsWith(Web, StringComparison.Ordinal) ? type.FullName[Web.Length..].Split('.') : [];
        return parts.Length < 2 ? ("Root", "") : (parts[0], parts.Length > 2 ? parts[1] : "");
    }
}
