using System.ComponentModel;
using Microsoft.AspNetCore.Components;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>A page that says one thing.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class NoticePage : ComponentBase;
