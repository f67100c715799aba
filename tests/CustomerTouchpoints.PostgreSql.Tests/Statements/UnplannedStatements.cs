namespace CustomerTouchpoints.PostgreSql.Tests.Statements;

/// <summary>Statements that need not find their rows by an index.</summary>
internal static class UnplannedStatements
{
    /// <summary>Why the plan of each other statement says nothing.</summary>
    public static readonly Dictionary<string, string[]> Exempt = new()
    {
        ["it only inserts"] =
        [
            "JourneyTable.Insert",
            "JournalTable.Insert",
            "TouchpointTable.Insert",
            "CustomerTouchpointTable.Insert",
            "ReferenceTable.Write",
            "ReceiptTable.Write",
            "SuppressionTable.WriteKeys",
            "RateTable.Make",
            "InboxTable.Write",
            "CustomerTable.Fill",
            "CustomerTable.Append",
            "SwitchTable.Record",
            "HostTable.Enter",
        ],
        ["it reads no table, or any rows up to a limit"] = ["JourneyTable.NextBlocks", "ShelvedTable.Count"],
        ["it looks through all that waits, and somebody is erased seldom"] = ["IntakeTable.EraseJourneys", "IntakeTable.EraseCustomers"],
        ["it is a part of others"] = ["JourneyTable.Unheard", "JourneyTable.Keys", "WholeTable.OwnTerm"],
        ["its table has a row for each host, switch, limit, rate, key or version"] =
        [
            "WholeTable.Enter",
            "WholeTable.EnterAlone",
            "WholeTable.See",
            "HostTable.Renew",
            "HostTable.Rank",
            "HostTable.Leave",
            "HostTable.EndOthers",
            "PostgreSqlReports.Hosts",
            "SwitchTable.Read",
            "SwitchTable.Write",
            "SwitchTable.WriteTallies",
            "RateTable.Lock",
            "RateTable.Update",
            "SuppressionTable.ReadKeys",
            "DefinitionTable.Read",
            "DefinitionTable.Write",
        ],
        ["it says that it reads everything, or runs at a start only"] =
        [
            "PostgreSqlReports.Board",
            "PromiseTable.Count",
            "DefinitionTable.CountJourneys",
            "DefinitionTable.CountMessages",
            "JourneyTable.RecallVersion",
            "IntakeTable.Retry",
            "IntakeTable.Count",
        ],
    };
}
