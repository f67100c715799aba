using CustomerTouchpoints.Reading;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>What a customer agreed to.</summary>
/// <param name="Rows">The kinds of messages that they may decline.</param>
/// <param name="Evidence">All that was ever recorded, the latest first.</param>
/// <param name="IsSaved">Whether something was just changed.</param>
internal sealed record PreferencesModel(IReadOnlyList<PreferenceRow> Rows, IReadOnlyList<ConsentView> Evidence, bool IsSaved);
