using System.ComponentModel;
using Microsoft.AspNetCore.Components;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>A page that asks whether it was the customer who asked for messages.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ConfirmPage : ComponentBase;
