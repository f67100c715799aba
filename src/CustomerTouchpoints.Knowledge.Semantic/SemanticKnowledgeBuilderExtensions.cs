using CustomerTouchpoints.Knowledge;
using CustomerTouchpoints.Knowledge.Meaning;
using CustomerTouchpoints.Knowledge.Semantic;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Has articles found by what their questions mean.</summary>
public static class SemanticKnowledgeBuilderExtensions
{
    /// <summary>
    /// Has questions compared by meaning, too, with the MiniLM model (English). Articles that were published before are encoded at the
    /// first search: about 5 ms for each question and variant.
    /// </summary>
    /// <param name="knowledge">The builder.</param>
    /// <returns>The same builder.</returns>
    public static KnowledgeBuilder UseMiniLm(this KnowledgeBuilder knowledge)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        knowledge.Services.Replace(ServiceDescriptor.Singleton<ISentenceEncoder>(_ => new MiniLmEncoder()));
        return knowledge;
    }
}
