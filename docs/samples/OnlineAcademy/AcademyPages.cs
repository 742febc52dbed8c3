using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.FileProviders;
using OnlineAcademy.Data;
using OnlineAcademy.Imports;

namespace OnlineAcademy;

/// <summary>The web pages: server-rendered, in English and Dutch, with one style sheet and one small script.</summary>
internal static class AcademyPages
{
    /// <summary>Builds the web application over a database.</summary>
    public static WebApplication Build(DatabaseChoice database)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(AcademyPages).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddSimpleConsole().SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Error)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddAcademy(database);
        builder.Services.AddSingleton<WaitingImports>();
        builder.Services.AddHostedService<ImportWorker>();
        builder.Services.AddRazorPages();
        builder.Services.AddAntiforgery(antiforgery => antiforgery.HeaderName = "X-Antiforgery");
        builder.Services.AddDataProtection().SetApplicationName("OnlineAcademy");
        builder.Services.AddRequestLocalization(localization => localization
            .AddSupportedCultures([.. Texts.Languages])
            .AddSupportedUICultures([.. Texts.Languages])
            .SetDefaultCulture(Texts.Languages[0]));

        var app = builder.Build();
        app.UseExceptionHandler("/problem");
        app.UseStatusCodePagesWithReExecute("/problem", "?status={0}");
        app.Use(ProtectAsync);
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new EmbeddedFileProvider(typeof(AcademyPages).Assembly, "OnlineAcademy.wwwroot"),
        });
        app.UseRequestLocalization();
        app.MapRazorPages();
        app.MapUpload();
        app.MapDownloads();
        app.MapGet("/language/{language}", ChooseLanguage);
        return app;
    }

    private static Task ProtectAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.Headers.ContentSecurityPolicy = "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "same-origin";
        return next(http);
    }

    private static IResult ChooseLanguage(string language, string? from, HttpContext http)
    {
        if (Texts.Languages.Contains(language))
            http.Response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(CultureInfo.GetCultureInfo(language))),
                new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true });
        return from is ['/', ..] and not ['/', '/', ..] and not ['/', '\\', ..] ? Results.LocalRedirect(from) : Results.LocalRedirect("/");
    }
}
