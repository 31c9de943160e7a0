package jp.meguri.local.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.HtmlUtils;

/**
 * The sign-in page of a city (サインイン), with everybody who can sign in.
 */
@RestController
final class SignInPage {

	private static final String ERROR = """
			<p class="error" role="alert">ログイン名かパスワードが違います。<span lang="en">The login name or the password is wrong.</span></p>
			""";

	private static final String PAGE = """
			<!doctype html>
			<html lang="ja">
			<head>
			<meta charset="utf-8">
			<meta name="viewport" content="width=device-width, initial-scale=1">
			<title>サインイン — %1$s</title>
			<style>
			body { font: 1rem/1.7 system-ui, "Noto Sans JP", "IPAPGothic", sans-serif; color: #1a1a1a; background: #fff; margin: 0 auto; max-width: 44rem; padding: 1.5rem }
			h1 { font-size: 1.5rem } h2 { font-size: 1.125rem; margin-top: 2.5rem }
			label { display: block; margin-top: 1rem; font-weight: 600 }
			input { font: inherit; padding: .5rem; width: 100%%; max-width: 22rem; box-sizing: border-box; border: 1px solid #666; border-radius: 4px }
			button { font: inherit; font-weight: 600; display: block; margin-top: 1.5rem; min-height: 3rem; padding: 0 2rem; color: #fff; background: #0017c1; border: 0; border-radius: 8px; cursor: pointer }
			:focus-visible { outline: 4px solid #000; outline-offset: 2px; box-shadow: 0 0 0 2px #ffd43d }
			table { border-collapse: collapse; width: 100%% } th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #999; vertical-align: top }
			.error { border: 2px solid #ce0000; border-radius: 8px; padding: .75rem 1rem }
			.error span, small { display: block; color: #4d4d4d }
			</style>
			</head>
			<body>
			<main>
			<h1>%1$s　サインイン <small lang="en">Sign in</small></h1>
			%2$s<form method="post" action="/%3$s/login">
			<input type="hidden" name="%4$s" value="%5$s">
			<label for="username">ログイン名 <small lang="en">Login name</small></label>
			<input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus>
			<label for="password">パスワード <small lang="en">Password</small></label>
			<input id="password" name="password" type="password" autocomplete="current-password" required>
			<button type="submit">サインイン</button>
			</form>
			<h2>デモの利用者 <small lang="en">People of the demo</small></h2>
			<p>パスワードは全員 <code>%6$s</code> です。<small lang="en">Everybody's password is <code>%6$s</code>.</small></p>
			<table>
			<thead><tr><th scope="col">ログイン名</th><th scope="col">氏名</th><th scope="col">担当</th></tr></thead>
			<tbody>
			%7$s
			</tbody>
			</table>
			</main>
			</body>
			</html>
			""";

	@GetMapping(path = "/{city}/login", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
	String show(@PathVariable String city, HttpServletRequest request) {
		return DemoCity.withSlug(city)
			.map((known) -> page(known, request))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static String page(DemoCity city, HttpServletRequest request) {
		var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
		var error = (request.getParameter("error") != null) ? ERROR : "";
		var people = city.people().stream().map(SignInPage::row).collect(Collectors.joining("\n"));
		return PAGE.formatted(HtmlUtils.htmlEscape(city.name(), "UTF-8"), error, city.slug(), csrf.getParameterName(),
				csrf.getToken(), DemoCity.PASSWORD, people);
	}

	private static String row(DemoPerson person) {
		return "<tr><td><code>%s</code></td><td>%s</td><td>%s <small lang=\"en\">%s</small></td></tr>"
			.formatted(person.login(), person.name(), person.position(), person.positionInEnglish());
	}

}
