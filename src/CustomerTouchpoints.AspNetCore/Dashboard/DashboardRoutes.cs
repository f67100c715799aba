using System.Security.Cryptography;
using CustomerTouchpoints.AspNetCore.Dashboard.Views;
using CustomerTouchpoints.Inquiries;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>How pages are shown and actions taken: each answer with its headers, each action behind its right and its token.</summary>
internal sealed class DashboardRoutes(RouteGroupBuilder group)
{
    private const long LongestForm = 256 << 10;
    private const string Done = "done";

    public void Get(string path, RequestDelegate answer) => group.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], answer);

    /// <summary>Shows a page of a component and what is read for it.</summary>
    public void Page<TView, TModel>(string path, string title, Func<DashboardRequest, Task<TModel>> read)
        where TView : IComponent
        where TModel : class =>
        Get(
            path,
            async context =>
            {
                DashboardHeaders.SetOn(context.Response);
                DashboardFrame frame = await FrameAsync(context, path, title).ConfigureAwait(false);
                try
                {
                    TModel model = await read(new DashboardRequest(context, frame)).ConfigureAwait(false);
                    await DashboardHtml.WriteAsync<TView, TModel>(context, frame, model).ConfigureAwait(false);
                }
                catch (DashboardFault fault)
                {
                    await RefuseAsync(context, frame, fault).ConfigureAwait(false);
                }
            }
        );

    /// <summary>Takes an action, and leads to the page that shows what came of it.</summary>
    /// <param name="path">Where the form sends it.</param>
    /// <param name="right">Who may.</param>
    /// <param name="take">Takes it; says where to go on, below the dashboard, and what was done.</param>
    public void Act(string path, DashboardRight right, Func<DashboardAction, Task<DashboardOutcome>> take) =>
        group.MapPost(
            path,
            (RequestDelegate)(
                async context =>
                {
                    DashboardHeaders.SetOn(context.Response);
                    if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
                    {
                        size.MaxRequestBodySize = LongestForm;
                    }

                    DashboardFrame frame = await FrameAsync(context, path, "Not done").ConfigureAwait(false);
                    try
                    {
                        DashboardAction action = await AdmitAsync(context, frame, right).ConfigureAwait(false);
                        DashboardOutcome outcome = await take(action).ConfigureAwait(false);
                        if (outcome.Path is { } next)
                        {
                            context.Response.StatusCode = StatusCodes.Status303SeeOther;
                            context.Response.Headers.Location = frame.Link(next, [.. outcome.Query, (Done, outcome.Notice)]);
                        }
                    }
                    catch (DashboardFault fault)
                    {
                        await RefuseAsync(context, frame, fault).ConfigureAwait(false);
                    }
                    catch (Exception fault) when (fault is ArgumentException or InvalidOperationException && !context.Response.HasStarted)
                    {
                        var words = new DashboardFault(DashboardRequest.FirstLine(fault.Message));
                        await RefuseAsync(context, frame, words).ConfigureAwait(false);
                    }
                }
            )
        );

    private static async Task<DashboardAction> AdmitAsync(HttpContext context, DashboardFrame frame, DashboardRight right)
    {
        if (!frame.Rights.Has(right) || frame.Rights.Who is not { } who)
        {
            throw new DashboardFault("Nothing was done: you may look, and not do this.", StatusCodes.Status403Forbidden);
        }

        try
        {
            await context.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(context).ConfigureAwait(false);
        }
        catch (AntiforgeryValidationException)
        {
            throw new DashboardFault("Nothing was done: the form was not ours, or too old. Go back, load the page again and repeat it.");
        }

        return new DashboardAction(context, await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false), who);
    }

    private static Task RefuseAsync(HttpContext context, DashboardFrame frame, DashboardFault fault)
    {
        context.Response.StatusCode = fault.Status;
        return DashboardHtml.WriteAsync<FaultPage, DashboardFault>(context, frame, fault);
    }

    private static async Task<DashboardFrame> FrameAsync(HttpContext context, string path, string page)
    {
        DashboardAccess access = context.RequestServices.GetRequiredService<DashboardAccess>();
        DashboardRights rights = await access.OfAsync(context).ConfigureAwait(false);
        string whole = context.Request.Path.Value!.TrimEnd('/');
        string tail = path.TrimEnd('/');
        return new DashboardFrame
        {
            Base = context.Request.PathBase.Add(new PathString(whole[..^tail.Length])).ToUriComponent(),
            Path = path,
            Page = page,
            Title = access.Options.Title,
            Rights = rights,
            Token = rights.MayAct || rights.MayAdminister ? TokenOf(context) : null,
            Now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(),
            RefreshEvery = access.Options.RefreshEvery,
            Notice = DashboardNotices.Find(context.Request.Query[Done]),
            HasInquiries = context.RequestServices.GetService<IInquiries>() is not null,
        };
    }

    /// <summary>A name for what a form does, so that sending it twice does it once.</summary>
    public static string Once() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));

    private static (string Name, string Value)? TokenOf(HttpContext context)
    {
        AntiforgeryTokenSet tokens = context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
        return tokens.RequestToken is { } token ? (tokens.FormFieldName, token) : null;
    }
}
