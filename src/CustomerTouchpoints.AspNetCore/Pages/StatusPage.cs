using System.ComponentModel;
using CustomerTouchpoints.Reading;
using Microsoft.AspNetCore.Components;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>A page that shows where a journey stands: the steps reached, what is next, and by when it was promised.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class StatusPage : ComponentBase
{
    private JourneyView Journey => Model.Journey;

    private bool IsOpen => Journey.Standing is JourneyStanding.Open;

    /// <summary>The last step that was reached; -1 before the first.</summary>
    private int Current => Journey.Line.Count(step => step.IsReached) - 1;

    /// <summary>What was promised and is still waited for, the most pressing first.</summary>
    private IEnumerable<PromiseView> Promises => Journey.OverduePromises.Concat(Journey.OpenPromises).OrderBy(promise => promise.By);

    /// <summary>The steps' names; null where one has none in the reader's language, for a page is in one language.</summary>
    private string[]? StepNames()
    {
        string[] names = [.. Journey.Line.Select(step => Text.Step(Journey.Id.Lifecycle, step.State, step.Says) ?? "")];
        return names.Length > 0 && Array.TrueForAll(names, name => name.Length > 0) ? names : null;
    }

    /// <summary>How things stand: as the state says it, where it says it in the reader's language.</summary>
    private string Now() =>
        Journey.State is { } state && Text.Step(Journey.Id.Lifecycle, state, Journey.Says) is { Length: > 0 } words ? words
        : IsOpen ? Text.Say("page.status.open")
        : Text.Say("page.status.done");

    private string PromiseOf(PromiseView promise) =>
        Text.Say(promise.By < Model.Now ? "page.status.late" : "page.status.promise", Text.Moment(promise.By));

    private string StandingOf(int step) =>
        Text.Say(
            step == Current ? "page.step.current"
            : step < Current ? "page.step.reached"
            : "page.step.ahead"
        );

    private string ClassOf(int step) =>
        step == Current ? "current"
        : step < Current ? "reached"
        : "ahead";
}
