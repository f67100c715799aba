namespace CustomerTouchpoints.Tests.Touchpoints.Digests;

/// <summary>What leaves of a customer's parcels, by nothing but lists: it knows nothing of journeys, gates and stores.</summary>
internal sealed class NaiveDigests(DateTimeOffset begin)
{
    private readonly Dictionary<int, string> states = [];
    private readonly List<(DateTimeOffset Due, int Parcel)> stills = [];
    private readonly List<(string Rule, int Parcel, DateTimeOffset Due)> daily = [];
    private readonly List<(string Rule, int Parcel, DateTimeOffset Due)> hourly = [];
    private DateTimeOffset dailyCloses = begin;
    private DateTimeOffset hourlyCloses;

    /// <summary>What has left, and when.</summary>
    public List<string> Told { get; } = [];

    public void Take(string name, int parcel, DateTimeOffset now)
    {
        PassUntil(now);
        string? state = states.GetValueOrDefault(parcel);
        switch (name)
        {
            case "packed" when state is null:
                states[parcel] = "packed";
                Add(daily, "parcel-packed", parcel, now);
                stills.Add((now.AddHours(2), parcel));
                break;
            case "shipped" when state is null or "packed":
                states[parcel] = "shipped";
                stills.RemoveAll(still => still.Parcel == parcel);
                hourly.RemoveAll(item => item.Parcel == parcel && item.Rule == "parcel-still");
                daily.RemoveAll(item => item.Parcel == parcel && item.Rule == "parcel-packed");
                Add(daily, "parcel-shipped", parcel, now);
                break;
            case "scanned" when state is "packed" or "shipped":
                daily.RemoveAll(item => item.Parcel == parcel && item.Rule == "parcel-scanned");
                Add(daily, "parcel-scanned", parcel, now);
                break;
            case "last" when state is "packed" or "shipped":
                daily.RemoveAll(item => item.Parcel == parcel && item.Rule == "parcel-scanned");
                Tell(now, [("parcel-scanned", parcel, now)]);
                break;
            case "note" when state is "packed" or "shipped":
                Add(hourly, "parcel-note", parcel, now);
                break;
            case "delivered" when state != "delivered":
                states[parcel] = "delivered";
                stills.RemoveAll(still => still.Parcel == parcel);
                daily.RemoveAll(item => item.Parcel == parcel);
                hourly.RemoveAll(item => item.Parcel == parcel);
                Tell(now, [("parcel-delivered", parcel, now)]);
                break;
        }
    }

    /// <summary>Lets time pass: what is due is told.</summary>
    public void PassUntil(DateTimeOffset now)
    {
        while (true)
        {
            DateTimeOffset? still = stills.Count > 0 ? stills.Min(one => one.Due) : null;
            DateTimeOffset? hour = hourly.Count > 0 ? hourlyCloses : null;
            DateTimeOffset? day = daily.Count > 0 ? dailyCloses : null;
            DateTimeOffset? next = new[] { still, hour, day }.Min();
            if (next is null || next > now)
            {
                return;
            }

            if (next == hour)
            {
                Tell(hour.Value, hourly);
            }
            else if (next == day)
            {
                Tell(day.Value, daily);
            }
            else
            {
                (DateTimeOffset due, int parcel) = stills.MinBy(one => one.Due);
                stills.Remove((due, parcel));
                Add(hourly, "parcel-still", parcel, due);
            }
        }
    }

    private void Add(List<(string Rule, int Parcel, DateTimeOffset Due)> digest, string rule, int parcel, DateTimeOffset now)
    {
        if (digest.Count == 0 && digest == hourly)
        {
            hourlyCloses = now.AddHours(1);
        }

        if (digest.Count == 0 && digest == daily)
        {
            DateTimeOffset eight = new DateTimeOffset(now.Date, TimeSpan.Zero).AddHours(8);
            dailyCloses = now < eight ? eight : eight.AddDays(1);
        }

        digest.Add((rule, parcel, now));
    }

    private void Tell(DateTimeOffset now, List<(string Rule, int Parcel, DateTimeOffset Due)> items)
    {
        Told.Add($"{now:u} {string.Join(", ", items.OrderBy(item => item.Due).Select(item => $"{item.Rule} of {item.Parcel}"))}");
        items.Clear();
    }
}
