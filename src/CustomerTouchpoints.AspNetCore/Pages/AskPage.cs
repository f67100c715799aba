using System.ComponentModel;
using Microsoft.AspNetCore.Components;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>A page with a form for a question, and with answers that may be known.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class AskPage : ComponentBase;
