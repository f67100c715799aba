using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CustomerTouchpoints.Messages;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using HandlebarsDotNet.Iterators;
using HandlebarsDotNet.MemberAccessors;
using HandlebarsDotNet.ObjectDescriptors;
using HandlebarsDotNet.PathStructure;

namespace CustomerTouchpoints.Handlebars;

/// <summary>
/// All that a template sees of a value: the entries of a map, the items of a list. Every other type has no members at all, which shuts
/// the engine's own way to them, reflection.
/// </summary>
internal sealed class ModelDescriptors : IObjectDescriptorProvider
{
    private static readonly ObjectDescriptor Map = new(
        typeof(IReadOnlyDictionary<string, object?>),
        new MapAccessor(),
        (_, map) => ((IReadOnlyDictionary<string, object?>)map).Keys,
        _ => new CountedIterator(new ReadOnlyDictionaryIterator<IReadOnlyDictionary<string, object?>, string, object?>())
    );

    private static readonly ObjectDescriptor List = new(
        typeof(IReadOnlyList<object?>),
        new ListAccessor(),
        (_, _) => Array.Empty<string>(),
        _ => new CountedIterator(new ReadOnlyListIterator<IReadOnlyList<object?>, object?>())
    );

    private static readonly ObjectDescriptor Nothing = new(
        typeof(object),
        new NoAccessor(),
        (_, _) => Array.Empty<string>(),
        _ => new NoIterator()
    );

    public bool TryGetDescriptor(Type type, [NotNullWhen(true)] out ObjectDescriptor? value)
    {
        value =
            typeof(IReadOnlyDictionary<string, object?>).IsAssignableFrom(type) ? Map
            : typeof(IReadOnlyList<object?>).IsAssignableFrom(type) ? List
            : Nothing;
        return true;
    }

    private static bool Missing(string name, out object? value)
    {
        value = null;
        return HandlebarsRendering.Context.Strict
            ? throw new TemplateException(
                $"it names \"{name}\", which the data lacks; correct the name, or give it in the sample (null if it may be missing)."
            )
            : false;
    }

    private sealed class MapAccessor : IMemberAccessor
    {
        public bool TryGetValue(object instance, ChainSegment memberName, out object? value) =>
            ((IReadOnlyDictionary<string, object?>)instance).TryGetValue(memberName.TrimmedValue, out value)
            || Missing(memberName.TrimmedValue, out value);
    }

    private sealed class ListAccessor : IMemberAccessor
    {
        public bool TryGetValue(object instance, ChainSegment memberName, out object? value)
        {
            var list = (IReadOnlyList<object?>)instance;
            string name = memberName.TrimmedValue;
            if (name is "length")
            {
                value = list.Count;
                return true;
            }

            if (int.TryParse(name, CultureInfo.InvariantCulture, out int index) && index >= 0 && index < list.Count)
            {
                value = list[index];
                return true;
            }

            return Missing(name, out value);
        }
    }

    private sealed class NoAccessor : IMemberAccessor
    {
        public bool TryGetValue(object instance, ChainSegment memberName, out object? value) => Missing(memberName.TrimmedValue, out value);
    }

    /// <summary>Counts each round against the rendering's limit.</summary>
    private sealed class CountedIterator(IIterator inner) : IIterator
    {
        public void Iterate(
            in EncodedTextWriter writer,
            BindingContext context,
            ChainSegment[] blockParamsVariables,
            object input,
            TemplateDelegate template,
            TemplateDelegate ifEmpty
        )
        {
            RenderContext rendering = HandlebarsRendering.Context;
            inner.Iterate(
                writer,
                context,
                blockParamsVariables,
                input,
                (output, frame) =>
                {
                    rendering.CountIteration();
                    template(output, frame);
                },
                ifEmpty
            );
        }
    }

    private sealed class NoIterator : IIterator
    {
        public void Iterate(
            in EncodedTextWriter writer,
            BindingContext context,
            ChainSegment[] blockParamsVariables,
            object input,
            TemplateDelegate template,
            TemplateDelegate ifEmpty
        ) => throw new TemplateException("it loops over a value that is neither a list nor a map.");
    }
}
