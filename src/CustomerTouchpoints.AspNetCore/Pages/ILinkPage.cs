using CustomerTouchpoints.Links;
using Microsoft.AspNetCore.Http;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>What the links of one purpose lead to. Before it is asked, the link was verified: it works, nobody was erased.</summary>
internal interface ILinkPage
{
    /// <summary>The purpose of its links.</summary>
    LinkPurpose Purpose { get; }

    /// <summary>Whether there is anything on it that a customer may answer.</summary>
    bool TakesAnswers => true;

    /// <summary>The longest text that its form takes, in characters: 0 for one that has no texts.</summary>
    int LongestText => 0;

    /// <summary>What is shown. It changes nothing.</summary>
    Task<PageAnswer> ShowAsync(PageVisit visit);

    /// <summary>Does what the customer has answered.</summary>
    Task<PageAnswer> AnswerAsync(PageVisit visit, IFormCollection form);
}
