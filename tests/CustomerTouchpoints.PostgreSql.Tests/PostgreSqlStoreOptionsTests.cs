using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.PostgreSql.Tests;

public sealed class PostgreSqlStoreOptionsTests
{
    [Test]
    public void The_defaults_with_a_connection_are_sound() => Assert.That(Check(_ => { }).Succeeded, Is.True);

    [TestCase("")]
    [TestCase("Touchpoints")]
    [TestCase("touch points")]
    [TestCase("1touchpoints")]
    [TestCase("pg_touchpoints")]
    [TestCase("a\"; DROP TABLE journeys; --")]
    [TestCase("touchpoints\n")]
    public void A_schema_has_a_plain_name(string name)
    {
        Assert.That(Check(options => options.Schema = name).FailureMessage, Does.StartWith("Schema is"));
        Assert.That(() => PostgreSqlSchema.Script(name), Throws.ArgumentException);
    }

    [TestCase("")]
    [TestCase("/nowhere/at/all/mark")]
    [TestCase("/tmp/")]
    public void A_mark_is_a_file_in_a_folder_that_is_there(string file) =>
        Assert.That(Check(options => options.MarkFile = file).FailureMessage, Does.StartWith("MarkFile is"));

    [Test]
    public void All_faults_are_told_at_once()
    {
        ValidateOptionsResult result = Check(options =>
        {
            options.ConnectionString = "Search Path=mine;Multiplexing=true";
            options.Lease = TimeSpan.FromMilliseconds(10);
            options.LockTimeout = TimeSpan.Zero;
            options.HostName = " ";
        });
        Assert.That(result.Failures?.Count(), Is.EqualTo(6));
    }

    [TestCase("Host=a,b", "Target Session Attributes")]
    [TestCase("Nonsense=1", "can't be read")]
    public void A_connection_that_would_go_wrong_is_refused(string connection, string words) =>
        Assert.That(Check(options => options.ConnectionString = connection).FailureMessage, Does.Contain(words));

    private static ValidateOptionsResult Check(Action<PostgreSqlStoreOptions> configure)
    {
        var options = new PostgreSqlStoreOptions { ConnectionString = "Host=db" };
        configure(options);
        return new PostgreSqlStoreOptionsValidator().Validate(null, options);
    }
}
