using System.ComponentModel;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Reading;
using Microsoft.AspNetCore.Components;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>A page that shows what a customer agreed to, lets them change it, and shows what they have told us.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class PreferencesPage : ComponentBase
{
    private string StandingOf(PreferenceRow row) => Text.Say(row.IsOn ? "page.preferences.on" : "page.preferences.off");

    private string ExceptionOf(PreferenceRow row, ConsentView exception) =>
        $"{Text.Say(row.IsOn ? "page.preferences.off" : "page.preferences.on").TrimEnd('.')} {Text.By(exception.Channel)}.";

    private string KindOf(ConsentView said) =>
        Model.Rows.FirstOrDefault(row => row.Kind.Category == said.Category && row.Kind.Topic?.Name == said.Topic) is { } row
            ? Text.Kind(row.Kind)
            : said.Topic ?? Text.Kind(said.Category);

    private string AnswerOf(ConsentView said) =>
        Text.Line(Text.Say(said.Decision == ConsentDecision.Granted ? "page.preferences.yes" : "page.preferences.no"));
}
