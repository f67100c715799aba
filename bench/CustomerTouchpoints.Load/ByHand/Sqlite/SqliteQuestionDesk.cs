using CustomerTouchpoints.Bench;
using CustomerTouchpoints.Load.Questions;
using CustomerTouchpoints.Load.Stores;
using Microsoft.Data.Sqlite;

namespace CustomerTouchpoints.Load.ByHand.Sqlite;

/// <summary>One connection with prepared commands that writes questions and their clocks. One caller at a time.</summary>
internal sealed class SqliteQuestionDesk : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly PreparedCommand key;
    private readonly PreparedCommand find;
    private readonly PreparedCommand open;
    private readonly PreparedCommand move;
    private readonly PreparedCommand record;
    private readonly PreparedCommand startClock;
    private readonly PreparedCommand endClock;
    private readonly PreparedCommand due;

    public SqliteQuestionDesk(Place place)
    {
        connection = new SqliteConnection(place.ConnectionString);
        connection.Open();
        using (SqliteCommand create = connection.CreateCommand())
        {
            create.CommandText = SqliteQuestionTables.Create;
            create.ExecuteNonQuery();
        }

        key = new(connection, SqliteJourneyTables.Key, "$journey", "$event");
        find = new(connection, SqliteQuestionTables.Find, "$journey");
        open = new(connection, SqliteQuestionTables.Open, "$journey", "$customer", "$data");
        move = new(connection, SqliteQuestionTables.Move, "$journey", "$state");
        record = new(connection, SqliteJourneyTables.Record, "$journey", "$at", "$what", "$reason", "$data");
        startClock = new(connection, SqliteQuestionTables.StartClock, "$journey", "$name", "$at", "$due");
        endClock = new(connection, SqliteQuestionTables.EndClock, "$journey", "$name", "$at", "$status");
        due = new(connection, SqliteQuestionTables.Due, "$now");
    }

    /// <summary>One event, in a transaction of its own.</summary>
    public void Write(int question, int step, string data)
    {
        using SqliteTransaction transaction = connection.BeginTransaction();
        if (key.Run(transaction, question, QuestionTexts.EventId(question, step)) == 0)
        {
            return;
        }

        using (SqliteDataReader journey = find.Query(transaction, question))
        {
            if (journey.Read() && journey.GetInt32(0) >= step)
            {
                return;
            }
        }

        long now = Now();
        if (step == 0)
        {
            open.Run(transaction, question, Buyers.Of(question).Value, data);
            startClock.Run(transaction, question, "answer", now, now + (long)QuestionStory.AnswerWithin.TotalMilliseconds);
            startClock.Run(transaction, question, "resolution", now, now + (long)QuestionStory.SolvedWithin.TotalMilliseconds);
        }
        else
        {
            move.Run(transaction, question, step);
            endClock.Run(transaction, question, step == 1 ? "answer" : "resolution", now, 1);
        }

        record.Run(transaction, question, now, "moved", QuestionTexts.Reason(step), data);
        transaction.Commit();
    }

    /// <summary>So many questions that wait, in one transaction.</summary>
    public void Fill(int questions, DateTimeOffset dueAt)
    {
        using SqliteTransaction transaction = connection.BeginTransaction();
        for (int question = 0; question < questions; question++)
        {
            key.Run(transaction, question, QuestionTexts.EventId(question, 0));
            open.Run(transaction, question, Buyers.Of(question).Value, QuestionTexts.Data(0));
            record.Run(transaction, question, Now(), "moved", QuestionTexts.Reason(0), QuestionTexts.Data(0));
            startClock.Run(transaction, question, "answer", Now(), dueAt.ToUnixTimeMilliseconds());
        }

        transaction.Commit();
    }

    /// <summary>Up to sixteen that are due become overdue, in one transaction. Says how many.</summary>
    public int Fire()
    {
        using SqliteTransaction transaction = connection.BeginTransaction();
        long now = Now();
        var questions = new List<long>();
        using (SqliteDataReader rows = due.Query(transaction, now))
        {
            while (rows.Read())
            {
                questions.Add(rows.GetInt64(0));
            }
        }

        foreach (long question in questions)
        {
            move.Run(transaction, question, 3);
            endClock.Run(transaction, question, "answer", now, 2);
            record.Run(transaction, question, now, "overdue", "moved to overdue", null);
        }

        transaction.Commit();
        return questions.Count;
    }

    public void Dispose()
    {
        foreach (PreparedCommand command in (PreparedCommand[])[key, find, open, move, record, startClock, endClock, due])
        {
            command.Dispose();
        }

        connection.Dispose();
    }

    private static long Now() => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
}
