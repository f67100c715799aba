using System.ComponentModel;
using Microsoft.AspNetCore.Components;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>A page with one button, which stops a kind of message.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class UnsubscribePage : ComponentBase;
