using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>Options that cannot work are refused at the start, with the remedy.</summary>
internal sealed class DashboardOptionsCheck : IValidateOptions<DashboardOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    public ValidateOptionsResult Validate(string? name, DashboardOptions options)
    {
        var faults = new List<string>();
        if (options.RefreshEvery < Shortest)
        {
            faults.Add($"DashboardOptions.RefreshEvery is {options.RefreshEvery:c}; give at least {Shortest:c}.");
        }

        if (options.NameOf is null)
        {
            faults.Add("DashboardOptions.NameOf is null: what is done in the dashboard is journaled with a name. Say whose.");
        }

        if (string.IsNullOrWhiteSpace(options.Title))
        {
            faults.Add("DashboardOptions.Title is empty; name what the pages are about.");
        }

        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
