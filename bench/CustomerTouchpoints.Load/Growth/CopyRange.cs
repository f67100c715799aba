namespace CustomerTouchpoints.Load.Growth;

/// <summary>Which copies of the templates are made: generation g lies g times the templates' numbers further on.</summary>
/// <param name="From">The first generation.</param>
/// <param name="To">The last generation.</param>
internal readonly record struct CopyRange(int From, int To);
