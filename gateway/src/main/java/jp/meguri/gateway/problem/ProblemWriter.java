package jp.meguri.gateway.problem;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.meguri.gateway.web.Correlation;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a problem as {@code application/problem+json}; a browser that asked for a page
 * gets the same sentences as a page.
 */
@Component
class ProblemWriter {

	private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

	private final ProblemTexts texts;

	private final JsonMapper json;

	ProblemWriter(ProblemTexts texts, JsonMapper json) {
		this.texts = texts;
		this.json = json;
	}

	Mono<Void> write(ServerWebExchange exchange, Problem problem) {
		var response = exchange.getResponse();
		boolean page = wantsPage(exchange.getRequest());
		response.setStatusCode(problem.status());
		response.getHeaders().putAll(problem.headers());
		response.getHeaders().setContentType(page ? HTML : MediaType.APPLICATION_PROBLEM_JSON);
		response.getHeaders().setCacheControl("no-store");
		byte[] body = page ? page(exchange, problem) : this.json.writeValueAsBytes(body(exchange, problem));
		response.getHeaders().setContentLength(body.length);
		if (exchange.getRequest().getMethod() == HttpMethod.HEAD) {
			return response.setComplete();
		}
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
	}

	private Map<String, Object> body(ServerWebExchange exchange, Problem problem) {
		var ja = this.texts.of(problem.name(), Locale.JAPANESE);
		var en = this.texts.of(problem.name(), Locale.ENGLISH);
		var shown = prefersEnglish(exchange.getRequest()) ? en : ja;
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("type", "urn:meguri:problem:" + problem.name());
		body.put("title", shown.title());
		body.put("detail", shown.detail());
		body.put("status", problem.status().value());
		body.put("instance", exchange.getRequest().getURI().getRawPath());
		body.put("i18n", Map.of("ja", ja, "en", en));
		body.put("correlation", Correlation.of(exchange));
		return body;
	}

	private byte[] page(ServerWebExchange exchange, Problem problem) {
		boolean english = prefersEnglish(exchange.getRequest());
		var text = this.texts.of(problem.name(), english ? Locale.ENGLISH : Locale.JAPANESE);
		return """
				<!doctype html>
				<html lang="%s">
				<head><meta charset="utf-8"><title>%s</title></head>
				<body>
				<main>
				<h1>%s</h1>
				<p>%s</p>
				%s<p><a href="/">%s</a></p>
				<p>%s</p>
				</main>
				</body>
				</html>
				"""
			.formatted(english ? "en" : "ja", HtmlUtils.htmlEscape(text.title()), HtmlUtils.htmlEscape(text.title()),
					HtmlUtils.htmlEscape(text.detail()), again(exchange, problem, english),
					english ? "Back to the first page" : "最初の画面へ", Correlation.of(exchange))
			.getBytes(StandardCharsets.UTF_8);
	}

	/** A login that could not begin may begin a little later. */
	private static String again(ServerWebExchange exchange, Problem problem, boolean english) {
		var address = exchange.getRequest().getURI();
		if (!problem.name().equals("sign-in-unavailable") || address.getRawPath().startsWith("/login/oauth2/")) {
			return "";
		}
		var query = (address.getRawQuery() != null) ? "?" + address.getRawQuery() : "";
		return "<p><a href=\"%s\">%s</a></p>\n".formatted(HtmlUtils.htmlEscape(address.getRawPath() + query),
				english ? "Try again" : "もう一度サインインする");
	}

	private static boolean wantsPage(ServerHttpRequest request) {
		if (request.getURI().getRawPath().startsWith("/api/")) {
			return false;
		}
		return accepted(request).stream().anyMatch((type) -> type.isConcrete() && type.equalsTypeAndSubtype(HTML));
	}

	private static List<MediaType> accepted(ServerHttpRequest request) {
		try {
			return request.getHeaders().getAccept();
		}
		catch (RuntimeException malformed) {
			return List.of();
		}
	}

	private static boolean prefersEnglish(ServerHttpRequest request) {
		try {
			var wanted = Locale.lookup(request.getHeaders().getAcceptLanguage(),
					List.of(Locale.JAPANESE, Locale.ENGLISH));
			return Locale.ENGLISH.equals(wanted);
		}
		catch (RuntimeException malformed) {
			return false;
		}
	}

}
