using System.Globalization;
using System.Reflection;

namespace CustomerTouchpoints.Architecture.Tests.PublicApi;

/// <summary>Types, parameters and constants as C# writes them, with their nullability.</summary>
internal static class ApiNames
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    public static string Of(Type type) => Of(type, null);

    public static string Of(PropertyInfo property) => Of(property.PropertyType, Nullability.Create(property));

    public static string Of(FieldInfo field) => Of(field.FieldType, Nullability.Create(field));

    public static string Of(ParameterInfo parameter)
    {
        string way =
            parameter.IsOut ? "out "
            : parameter.ParameterType.IsByRef
                ? parameter.IsIn ? "in "
                    : "ref "
            : parameter.IsDefined(typeof(ParamArrayAttribute))
            || parameter.IsDefined(typeof(System.Runtime.CompilerServices.ParamCollectionAttribute))
                ? "params "
            : "";
        string type = Of(parameter.ParameterType, Nullability.Create(parameter));
        string value = parameter.HasDefaultValue ? $" = {Literal(parameter.DefaultValue)}" : "";
        return string.IsNullOrEmpty(parameter.Name) ? way + type : $"{way}{type} {parameter.Name}{value}";
    }

    public static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Of));

    /// <summary>A method's own constraints, as far as they are types, <c>class</c>, <c>struct</c> or <c>new()</c>.</summary>
    public static string Constraints(MethodInfo method) =>
        !method.IsGenericMethodDefinition
            ? ""
            : string.Concat(
                method
                    .GetGenericArguments()
                    .Select(argument =>
                    {
                        GenericParameterAttributes attributes = argument.GenericParameterAttributes;
                        string[] constraints =
                        [
                            .. attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? ["class"] : Array.Empty<string>(),
                            .. argument.GetGenericParameterConstraints().Select(Of),
                            .. attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint)
                                ? ["new()"]
                                : Array.Empty<string>(),
                        ];
                        return constraints.Length > 0 ? $" where {argument.Name} : {string.Join(", ", constraints)}" : "";
                    })
            );

    /// <summary>The name with its namespace, or with the type around it.</summary>
    public static string Full(Type type) =>
        type.DeclaringType is { } outer ? $"{Full(outer)}.{Short(type)}" : $"{type.Namespace}.{Short(type)}{Arguments(type)}";

    public static string Short(Type type) => type.Name.Split('`')[0];

    public static string Literal(object? value) =>
        value switch
        {
            null => "default",
            string text => $"\"{text}\"",
            bool flag => flag ? "true" : "false",
            Enum named => $"{named.GetType().Name}.{named}",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };

    private static string Of(Type type, NullabilityInfo? nullability)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!, nullability);
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying) + "?";
        }

        string mark =
            nullability is { ReadState: NullabilityState.Nullable } or { WriteState: NullabilityState.Nullable } && !type.IsValueType
                ? "?"
                : "";
        if (type.IsArray)
        {
            return Of(type.GetElementType()!, nullability?.ElementType) + "[]" + mark;
        }

        if (Keywords.TryGetValue(type, out string? keyword))
        {
            return keyword + mark;
        }

        string outer = type is { IsNested: true, IsGenericParameter: false } ? Of(type.DeclaringType!) + "." : "";
        if (!type.IsGenericType)
        {
            return outer + type.Name + mark;
        }

        Type[] arguments = type.GetGenericArguments();
        string list = string.Join(
            ", ",
            arguments.Select(
                (argument, i) => Of(argument, nullability?.GenericTypeArguments is { } inner && i < inner.Length ? inner[i] : null)
            )
        );
        return $"{outer}{Short(type)}<{list}>{mark}";
    }

    private static string Arguments(Type type) =>
        type.IsGenericTypeDefinition ? $"<{string.Join(", ", type.GetGenericArguments().Select(argument => argument.Name))}>" : "";
}
