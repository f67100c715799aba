using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace CustomerTouchpoints.Architecture.Tests.PublicApi;

/// <summary>
/// Prints what hosts can see of an assembly: each type, and below it each member that is not inherited, in a stable order.
/// </summary>
internal static class ApiPrinter
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<string> Print(Assembly assembly)
    {
        var lines = new List<string>();
        foreach (Type type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            lines.Add(Heading(type));
            lines.AddRange(type.IsEnum ? Values(type) : Members(type).Select(member => $"    {member}"));
            lines.Add("");
        }

        return lines[..^1];
    }

    private static string Heading(Type type)
    {
        string kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => IsRecord(type) ? "record struct" : "struct",
            _ when type.IsAssignableTo(typeof(Delegate)) => "delegate",
            { IsAbstract: true, IsSealed: true } => "static class",
            _ => (
                type.IsSealed ? "sealed "
                : type.IsAbstract ? "abstract "
                : ""
            ) + (IsRecord(type) ? "record" : "class"),
        };
        Type[] bases =
        [
            .. type.BaseType is { } parent
            && parent != typeof(object)
            && parent != typeof(ValueType)
            && parent != typeof(Enum)
            && parent != typeof(MulticastDelegate)
                ? [parent]
                : Type.EmptyTypes,
        ];
        string[] above = [.. bases.Concat(type.IsEnum || type.IsAssignableTo(typeof(Delegate)) ? [] : Own(type)).Select(ApiNames.Of)];
        return $"{kind} {ApiNames.Full(type)}{(above.Length > 0 ? " : " + string.Join(", ", above) : "")}";
    }

    /// <summary>The interfaces that a host would name, without those that every record or exception has.</summary>
    private static IEnumerable<Type> Own(Type type) =>
        type.GetInterfaces()
            .Where(port =>
                port.IsVisible
                && port != typeof(System.Runtime.Serialization.ISerializable)
                && !(port.IsGenericType && port.GetGenericTypeDefinition() == typeof(IEquatable<>))
            )
            .OrderBy(port => port.FullName, StringComparer.Ordinal);

    private static IEnumerable<string> Values(Type type) =>
        Enum.GetNames(type)
            .Select(name =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"    {name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}"
                )
            );

    private static IEnumerable<string> Members(Type type) =>
        type.GetMembers(Declared)
            .Select(member => (member.Name, Line: Line(type, member)))
            .Where(member => member.Line is not null)
            .OrderBy(member => member.Name, StringComparer.Ordinal)
            .ThenBy(member => member.Line, StringComparer.Ordinal)
            .Select(member => member.Line!);

    private static string? Line(Type type, MemberInfo member) =>
        member switch
        {
            not MethodInfo { Name: "Invoke" } when type.IsAssignableTo(typeof(Delegate)) => null,
            ConstructorInfo { IsStatic: false } constructor when IsSeen(constructor) && !IsCopy(constructor) =>
                $"{Access(constructor)}{ApiNames.Short(type)}({ApiNames.Parameters(constructor)})",
            FieldInfo field when field.IsPublic || field.IsFamily => field.IsLiteral
                ? $"const {ApiNames.Of(field)} {field.Name} = {ApiNames.Literal(field.GetRawConstantValue())}"
                : $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{ApiNames.Of(field)} {field.Name}",
            PropertyInfo property when property.GetAccessors(nonPublic: true).Any(IsSeen) && property.Name != "EqualityContract" =>
                Property(property),
            EventInfo { AddMethod: { } add } happening when IsSeen(add) =>
                $"event {ApiNames.Of(happening.EventHandlerType!)} {happening.Name}",
            MethodInfo method when IsSeen(method) && IsWritten(method) => Method(method),
            _ => null,
        };

    private static string Property(PropertyInfo property)
    {
        MethodInfo some = property.GetAccessors(nonPublic: true).First(IsSeen);
        string index = property.GetIndexParameters() is { Length: > 0 } indexes
            ? $"[{string.Join(", ", indexes.Select(ApiNames.Of))}]"
            : "";
        string required = property.GetCustomAttribute<RequiredMemberAttribute>() is null ? "" : "required ";
        string set =
            property.SetMethod is { } setter && IsSeen(setter)
                ? setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
                    ? " init;"
                    : " set;"
                : "";
        return $"{Access(some)}{Kind(some)}{required}{ApiNames.Of(property)} {(index.Length > 0 ? "this" : property.Name)}{index} "
            + $"{{{(property.GetMethod is { } getter && IsSeen(getter) ? " get;" : "")}{set} }}";
    }

    private static string Method(MethodInfo method)
    {
        string generic = method.IsGenericMethodDefinition
            ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>"
            : "";
        string extension = method.GetCustomAttribute<ExtensionAttribute>() is null ? "" : "this ";
        return $"{Access(method)}{Kind(method)}{ApiNames.Of(method.ReturnParameter)} "
            + $"{method.Name}{generic}({extension}{ApiNames.Parameters(method)}){ApiNames.Constraints(method)}";
    }

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static string Kind(MethodInfo method) =>
        method switch
        {
            { IsStatic: true } => "static ",
            _ when method.DeclaringType!.IsInterface => "",
            { IsAbstract: true } => "abstract ",
            _ when method.GetBaseDefinition() != method => "override ",
            { IsVirtual: true, IsFinal: false } => "virtual ",
            _ => "",
        };

    private static bool IsSeen(MethodBase method) =>
        method.IsPublic || ((method.IsFamily || method.IsFamilyOrAssembly) && !method.DeclaringType!.IsSealed);

    private static bool IsCopy(ConstructorInfo constructor) =>
        IsRecord(constructor.DeclaringType!)
        && constructor.GetParameters() is [{ } only]
        && only.ParameterType == constructor.DeclaringType;

    /// <summary>Neither an accessor nor what the compiler adds to records.</summary>
    private static bool IsWritten(MethodInfo method) =>
        (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
        && method.GetCustomAttribute<CompilerGeneratedAttribute>() is null
        && method.Name is not ("PrintMembers" or "<Clone>$");

    private static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$") is not null
        || (type.IsValueType && type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null);
}
