using System.Reflection;

namespace Mosaic.Tests.Architecture;

/// <summary>Which types a type mentions: bases, fields, signatures, attributes and method bodies, its nested types included.</summary>
internal static class TypeUses
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The outermost types of an assembly, as somebody wrote them.</summary>
    public static IEnumerable<Type> Written(Assembly assembly) => assembly.GetTypes()
        .Where(type => !type.IsNested && type.Namespace?.StartsWith("Mosaic", StringComparison.Ordinal) is true);

    /// <summary>Ours only, each by its outermost type.</summary>
    public static IReadOnlySet<Type> Of(Type type) => All(type)
        .SelectMany(Flatten)
        .Select(Outermost)
        .Where(used => used != type && used.Namespace?.StartsWith("Mosaic.", StringComparison.Ordinal) is true)
        .ToHashSet();

    /// <summary>What somebody meets who calls the public members of a type.</summary>
    public static IReadOnlySet<Type> InPublicSignaturesOf(Type type) => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
        .SelectMany(Signature).SelectMany(Flatten).Select(Outermost)
        .Where(used => used.Namespace?.StartsWith("Mosaic.", StringComparison.Ordinal) is true)
        .ToHashSet();

    private static IEnumerable<Type> All(Type type)
    {
        var outer = new[] { type.BaseType }.OfType<Type>().Concat(type.GetInterfaces())
            .Concat(type.GetCustomAttributesData().Select(attribute => attribute.AttributeType));
        var members = type.GetMembers(Everything);
        return outer.Concat(members.SelectMany(Signature)).Concat(members.OfType<MethodBase>().SelectMany(InBody))
            .Concat(type.GetNestedTypes(Everything).SelectMany(All));
    }

    private static IEnumerable<Type> InBody(MethodBase method)
    {
        foreach (var local in method.GetMethodBody()?.LocalVariables ?? []) yield return local.LocalType;
        foreach (var member in InstructionReader.MembersIn(method))
        {
            if (member is Type type) yield return type;
            if (member.DeclaringType is { } declaring) yield return declaring;
            if (member is MethodInfo { IsGenericMethod: true } generic)
                foreach (var argument in generic.GetGenericArguments()) yield return argument;
        }
    }

    private static IEnumerable<Type> Signature(MemberInfo member) => member switch
    {
        FieldInfo field => [field.FieldType],
        PropertyInfo property => [property.PropertyType],
        MethodInfo method => [method.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType)],
        ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
        _ => [],
    };

    private static IEnumerable<Type> Flatten(Type type)
    {
        if (type.HasElementType) return Flatten(type.GetElementType()!);
        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Flatten).Append(type) : [type];
    }

    private static Type Outermost(Type type) => type.IsNested ? Outermost(type.DeclaringType!) : type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type;
}
