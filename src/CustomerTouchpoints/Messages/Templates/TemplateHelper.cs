namespace CustomerTouchpoints.Messages;

/// <summary>A function that a template may call, the same in every engine: <c>{{money total currency}}</c>.</summary>
/// <param name="arguments">The values that the template passed, in order; a value that the model lacks is null.</param>
/// <param name="context">The rendering that calls.</param>
/// <returns>What the template writes: escaped like any value, unless it is a <see cref="SafeText"/>.</returns>
/// <exception cref="TemplateException">The arguments do not fit; the reason must not show their values.</exception>
public delegate object? TemplateHelper(IReadOnlyList<object?> arguments, RenderContext context);
