using CustomerTouchpoints.Messages.Words;

namespace CustomerTouchpoints.Tests.Messages.Words;

/// <summary>The samples that CLDR gives for its categories of whole numbers.</summary>
public sealed class PluralRulesTests
{
    [TestCase("en", "one", new long[] { 1 })]
    [TestCase("en", "other", new long[] { 0, 2, 11, 21 })]
    [TestCase("fr", "one", new long[] { 0, 1 })]
    [TestCase("fr-CA", "many", new long[] { 1_000_000 })]
    [TestCase("pt", "one", new long[] { 0, 1 })]
    [TestCase("pt-PT", "other", new long[] { 0, 2 })]
    [TestCase("ja", "other", new long[] { 0, 1, 2 })]
    [TestCase("pl", "one", new long[] { 1 })]
    [TestCase("pl", "few", new long[] { 2, 4, 22, 24, 102 })]
    [TestCase("pl", "many", new long[] { 0, 5, 12, 14, 21, 25, 112 })]
    [TestCase("ru", "one", new long[] { 1, 21, 101 })]
    [TestCase("ru", "few", new long[] { 2, 34, 102 })]
    [TestCase("ru", "many", new long[] { 0, 5, 11, 12, 111 })]
    [TestCase("hr", "few", new long[] { 2, 24 })]
    [TestCase("hr", "other", new long[] { 0, 5, 11, 12 })]
    [TestCase("cs", "few", new long[] { 2, 4 })]
    [TestCase("cs", "other", new long[] { 0, 5, 22 })]
    [TestCase("sl", "one", new long[] { 1, 101 })]
    [TestCase("sl", "two", new long[] { 2, 102 })]
    [TestCase("sl", "few", new long[] { 3, 104 })]
    [TestCase("lt", "one", new long[] { 1, 21 })]
    [TestCase("lt", "few", new long[] { 2, 29 })]
    [TestCase("lt", "other", new long[] { 0, 10, 11, 19, 20 })]
    [TestCase("lv", "zero", new long[] { 0, 10, 11, 30, 111 })]
    [TestCase("lv", "one", new long[] { 1, 21 })]
    [TestCase("ro", "few", new long[] { 0, 2, 19, 101 })]
    [TestCase("ro", "other", new long[] { 20, 100 })]
    [TestCase("ar", "zero", new long[] { 0 })]
    [TestCase("ar", "two", new long[] { 2 })]
    [TestCase("ar", "few", new long[] { 3, 10, 103 })]
    [TestCase("ar", "many", new long[] { 11, 99, 111 })]
    [TestCase("ar", "other", new long[] { 100, 102, 200 })]
    [TestCase("he", "two", new long[] { 2 })]
    [TestCase("cy", "many", new long[] { 6 })]
    [TestCase("ga", "many", new long[] { 7, 10 })]
    [TestCase("is", "one", new long[] { 1, 21, 101 })]
    [TestCase("tlh", "one", new long[] { 1 })]
    public void A_count_takes_the_form_of_its_category(string culture, string category, long[] counts) =>
        Assert.That(counts.Select(count => PluralRules.CategoryOf(culture, count)), Is.All.EqualTo(category));
}
