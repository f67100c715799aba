using System.Globalization;
using CustomerTouchpoints;
using Microsoft.Data.Sqlite;

namespace ShopWeb.Shop;

/// <summary>The shop's own books: orders, and which questions a customer asked.</summary>
internal sealed class Orders
{
    private readonly string connection;

    public Orders(ShopFolder folder)
    {
        connection = folder.Orders;
        using SqliteConnection database = Open();
        Run(
            database,
            """
            PRAGMA journal_mode = WAL;
            CREATE TABLE IF NOT EXISTS orders
                (number INTEGER PRIMARY KEY, customer TEXT NOT NULL, camera TEXT NOT NULL, price TEXT NOT NULL, placed_at TEXT NOT NULL);
            CREATE INDEX IF NOT EXISTS orders_of_customer ON orders (customer, number);
            CREATE TABLE IF NOT EXISTS questions (number INTEGER PRIMARY KEY, customer TEXT NOT NULL, subject TEXT NOT NULL);
            CREATE INDEX IF NOT EXISTS questions_of_customer ON questions (customer, number);
            """
        );
    }

    /// <summary>Writes an order down and gives it the next number.</summary>
    public Order Place(CustomerId customer, Camera camera, DateTimeOffset at)
    {
        using SqliteConnection database = Open();
        long number = Next(database, "orders", 1042);
        var order = new Order(number, customer.ToString(), camera.Name, camera.Price, at);
        Insert(database, order);
        return order;
    }

    /// <summary>Writes many orders down as they are.</summary>
    public void Import(IEnumerable<Order> orders, IEnumerable<(long Number, string Customer, string Subject)> questions)
    {
        using SqliteConnection database = Open();
        using SqliteTransaction transaction = database.BeginTransaction();
        foreach (Order order in orders)
        {
            Insert(database, order);
        }

        foreach ((long number, string customer, string subject) in questions)
        {
            InsertQuestion(database, number, customer, subject);
        }

        transaction.Commit();
    }

    /// <summary>Gives a question the next number.</summary>
    public JourneyId Ask(CustomerId customer, string subject)
    {
        using SqliteConnection database = Open();
        long number = Next(database, "questions", 77);
        InsertQuestion(database, number, customer.ToString(), subject);
        return new JourneyId("question", number.ToString(CultureInfo.InvariantCulture));
    }

    public Order? Find(long number)
    {
        using SqliteConnection database = Open();
        return Read(database, "WHERE number = $key", number).FirstOrDefault();
    }

    /// <summary>The latest orders of a customer.</summary>
    public IReadOnlyList<Order> Of(string customer)
    {
        using SqliteConnection database = Open();
        return Read(database, "WHERE customer = $key ORDER BY number DESC LIMIT 20", customer);
    }

    /// <summary>The latest orders of all.</summary>
    public IReadOnlyList<Order> Latest()
    {
        using SqliteConnection database = Open();
        return Read(database, "WHERE number > $key ORDER BY number DESC LIMIT 20", 0);
    }

    /// <summary>The latest questions of a customer.</summary>
    public IReadOnlyList<(JourneyId Question, string Customer, string Subject)> QuestionsOf(string customer)
    {
        using SqliteConnection database = Open();
        using SqliteCommand command = database.CreateCommand();
        command.CommandText = "SELECT number, customer, subject FROM questions WHERE customer = $customer ORDER BY number DESC LIMIT 20";
        command.Parameters.AddWithValue("$customer", customer);
        using SqliteDataReader reader = command.ExecuteReader();
        var found = new List<(JourneyId, string, string)>();
        while (reader.Read())
        {
            string key = reader.GetInt64(0).ToString(CultureInfo.InvariantCulture);
            found.Add((new JourneyId("question", key), reader.GetString(1), reader.GetString(2)));
        }

        return found;
    }

    private SqliteConnection Open()
    {
        var database = new SqliteConnection(connection);
        database.Open();
        return database;
    }

    private static long Next(SqliteConnection database, string table, long first)
    {
        using SqliteCommand command = database.CreateCommand();
        command.CommandText = table == "orders" ? "SELECT max(number) FROM orders" : "SELECT max(number) FROM questions";
        return command.ExecuteScalar() is long last ? last + 1 : first;
    }

    private static void Insert(SqliteConnection database, Order order) =>
        Run(
            database,
            "INSERT INTO orders VALUES ($number, $customer, $camera, $price, $at)",
            ("$number", order.Number),
            ("$customer", order.Customer),
            ("$camera", order.Camera),
            ("$price", order.Price.ToString(CultureInfo.InvariantCulture)),
            ("$at", order.PlacedAt.ToString("O", CultureInfo.InvariantCulture))
        );

    private static void InsertQuestion(SqliteConnection database, long number, string customer, string subject) =>
        Run(
            database,
            "INSERT INTO questions VALUES ($number, $customer, $subject)",
            ("$number", number),
            ("$customer", customer),
            ("$subject", subject)
        );

    private static void Run(SqliteConnection database, string text, params (string Name, object Value)[] values)
    {
        using SqliteCommand command = database.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this file.
        command.CommandText = text;
#pragma warning restore CA2100
        foreach ((string name, object value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
    }

    private static List<Order> Read(SqliteConnection database, string which, object key)
    {
        using SqliteCommand command = database.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this file.
        command.CommandText = $"SELECT number, customer, camera, price, placed_at FROM orders {which}";
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$key", key);
        using SqliteDataReader reader = command.ExecuteReader();
        var orders = new List<Order>();
        while (reader.Read())
        {
            orders.Add(
                new Order(
                    reader.GetInt64(0),
                    reader.GetString(1),
                    reader.GetString(2),
                    decimal.Parse(reader.GetString(3), CultureInfo.InvariantCulture),
                    DateTimeOffset.Parse(reader.GetString(4), CultureInfo.InvariantCulture)
                )
            );
        }

        return orders;
    }
}
