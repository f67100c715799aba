namespace CustomerTouchpoints.Messages;

/// <summary>A compiled template.</summary>
/// <remarks>Thread-safe: one template is rendered by many threads at once, without I/O.</remarks>
public interface ITemplate
{
    /// <summary>Fills in a model.</summary>
    /// <param name="model">
    /// Maps (<see cref="IReadOnlyDictionary{TKey,TValue}"/> of string to object), lists (<see cref="IReadOnlyList{T}"/> of object),
    /// strings, booleans, numbers and nulls, nested. Names are compared by ordinal rules.
    /// </param>
    /// <param name="context">How values are written, and the limits. Every value goes through <see cref="RenderContext.Write"/>.</param>
    /// <exception cref="TemplateException">
    /// A helper refused its arguments, a limit was passed, or, when the context is strict, the template named a value that the model lacks.
    /// </exception>
    string Render(IReadOnlyDictionary<string, object?> model, RenderContext context);
}
