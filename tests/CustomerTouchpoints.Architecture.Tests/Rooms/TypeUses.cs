using Mono.Cecil;
using Mono.Cecil.Cil;

namespace CustomerTouchpoints.Architecture.Tests.Rooms;

/// <summary>Which types of a compiled assembly use which others of it: in signatures, fields, attributes and bodies.</summary>
internal static class TypeUses
{
    /// <summary>Each pair of top-level types, the user first.</summary>
    public static IReadOnlyList<(string User, string Used)> In(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        var uses = new HashSet<(string, string)>();
        foreach (TypeDefinition type in module.Types.Where(type => type.Namespace.Length > 0))
        {
            var used = new HashSet<TypeReference>();
            Collect(type, used);
            foreach (string name in used.SelectMany(Parts).Where(part => part.Scope == module).Select(Outermost).Distinct())
            {
                if (name != NameOf(type))
                {
                    uses.Add((NameOf(type), name));
                }
            }
        }

        return [.. uses.Order()];
    }

    private static void Collect(TypeDefinition type, HashSet<TypeReference> used)
    {
        Add(used, type.BaseType);
        Add(used, [.. type.Interfaces.Select(port => port.InterfaceType)]);
        Add(used, [.. type.Fields.Select(field => field.FieldType)]);
        Add(used, [.. type.Properties.Select(property => property.PropertyType)]);
        Add(used, [.. type.CustomAttributes.Concat(type.Properties.SelectMany(property => property.CustomAttributes)).SelectMany(Named)]);
        Add(
            used,
            [.. type.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType)]
        );
        foreach (MethodDefinition method in type.Methods)
        {
            Collect(method, used);
        }

        foreach (TypeDefinition nested in type.NestedTypes)
        {
            Collect(nested, used);
        }
    }

    private static void Collect(MethodDefinition method, HashSet<TypeReference> used)
    {
        Add(used, method.ReturnType);
        Add(used, [.. method.Parameters.Select(parameter => parameter.ParameterType)]);
        if (!method.HasBody)
        {
            return;
        }

        Add(used, [.. method.Body.Variables.Select(variable => variable.VariableType)]);
        Add(used, [.. method.Body.ExceptionHandlers.Select(handler => handler.CatchType)]);
        foreach (Instruction instruction in method.Body.Instructions)
        {
            switch (instruction.Operand)
            {
                case TypeReference type:
                    Add(used, type);
                    break;
                case MethodReference called:
                    Add(used, [called.DeclaringType, called.ReturnType, .. called.Parameters.Select(parameter => parameter.ParameterType)]);
                    Add(used, called is GenericInstanceMethod { GenericArguments: var arguments } ? [.. arguments] : []);
                    break;
                case FieldReference field:
                    Add(used, field.DeclaringType, field.FieldType);
                    break;
            }
        }
    }

    /// <summary>An attribute's own type, and the types that it is given.</summary>
    private static IEnumerable<TypeReference> Named(CustomAttribute attribute) =>
        attribute.ConstructorArguments.Select(argument => argument.Value).OfType<TypeReference>().Append(attribute.AttributeType);

    private static void Add(HashSet<TypeReference> used, params TypeReference?[] types) => used.UnionWith(types.OfType<TypeReference>());

    /// <summary>A type, what it is made of, and what it is filled with.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference type) =>
        type switch
        {
            GenericInstanceType filled => filled.GenericArguments.SelectMany(Parts).Append(filled.ElementType),
            TypeSpecification made => Parts(made.ElementType),
            GenericParameter => [],
            _ => [type],
        };

    private static string Outermost(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return NameOf(type);
    }

    private static string NameOf(TypeReference type) => type.Name.Split('`')[0];
}
