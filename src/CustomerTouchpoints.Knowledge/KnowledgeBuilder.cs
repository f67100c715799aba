using CustomerTouchpoints.Knowledge.Articles;
using CustomerTouchpoints.Knowledge.PostgreSql;
using CustomerTouchpoints.Knowledge.Searching;
using CustomerTouchpoints.Knowledge.Sqlite;
using CustomerTouchpoints.Knowledge.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CustomerTouchpoints.Knowledge;

/// <summary>Where articles are kept, where they come from, and how they are searched.</summary>
/// <remarks>Not thread-safe: it is used once, while the host's services are composed.</remarks>
public sealed class KnowledgeBuilder
{
    internal KnowledgeBuilder(IServiceCollection services) => Services = services;

    /// <summary>The host's services, for packages that register parts of their own.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Keeps articles in a SQLite file; the store's own, usually. The tables are the package's (<c>knowledge_...</c>).</summary>
    /// <param name="connectionString">Where the file is, such as <c>Data Source=touchpoints.db</c>.</param>
    /// <returns>The same builder.</returns>
    public KnowledgeBuilder UseSqlite(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        Services.Replace(ServiceDescriptor.Singleton<IKnowledgeDatabase>(_ => new SqliteDatabase(connectionString)));
        return this;
    }

    /// <summary>Keeps articles in a PostgreSQL schema; the store's own, usually. The tables are the package's own.</summary>
    /// <param name="connectionString">Where the database is.</param>
    /// <param name="schema">The schema, made where it is not there. Default <c>touchpoints</c>, the store's own default.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The schema is not up to 40 lower-case letters, digits and underscores.</exception>
    public KnowledgeBuilder UsePostgreSql(string connectionString, string schema = "touchpoints")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        ArgumentNullException.ThrowIfNull(schema);

        // It becomes part of SQL text.
        if (
            schema.Length is 0 or > 40
            || !char.IsAsciiLetterLower(schema[0])
            || !schema.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')
        )
        {
            throw new ArgumentException(
                $"\"{schema}\" can't be a schema: use up to 40 lower-case letters, digits and underscores, starting with a letter.",
                nameof(schema)
            );
        }

        Services.Replace(ServiceDescriptor.Singleton<IKnowledgeDatabase>(_ => new PostgreSqlDatabase(connectionString, schema)));
        return this;
    }

    /// <summary>
    /// Publishes the Markdown files of a folder when the host starts, those that have changed since. A file that is gone retires nothing.
    /// </summary>
    /// <param name="folder">The folder, such as <c>Faq</c>, with files such as <c>card-arrival.en.md</c>; beside the program, unless it is
    /// a full path.</param>
    /// <returns>The same builder.</returns>
    public KnowledgeBuilder AddArticles(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        Services.AddSingleton(new ArticleFolder(Path.GetFullPath(folder, AppContext.BaseDirectory)));
        return this;
    }

    /// <summary>Has words searched for each other.</summary>
    /// <param name="language">Their language, such as <c>en</c>.</param>
    /// <param name="words">Words, or several words each, that mean the same: <c>"ATM", "cash machine"</c>.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The language is none, or there are fewer than two words.</exception>
    public KnowledgeBuilder AddSynonyms(string language, params string[] words)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (words.Length < 2)
        {
            throw new ArgumentException("Synonyms are two words or more.", nameof(words));
        }

        Services.AddSingleton(new SynonymGroup(ArticleId.LanguageOf(language), words));
        return this;
    }

    /// <summary>Sets spans and thresholds.</summary>
    /// <param name="configure">Sets them.</param>
    /// <returns>The same builder.</returns>
    public KnowledgeBuilder Configure(Action<KnowledgeOptions> configure)
    {
        Services.Configure(configure);
        return this;
    }
}
