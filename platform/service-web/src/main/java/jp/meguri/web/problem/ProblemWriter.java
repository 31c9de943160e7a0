package jp.meguri.web.problem;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import jp.meguri.web.Correlation;
import jp.meguri.web.MeguriProblem;
import jp.meguri.web.Texts;
import jp.meguri.web.json.StrictJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Writes a problem as the answer, in the language the caller prefers.
 */
public final class ProblemWriter {

	private static final List<Locale> LANGUAGES = List.of(Locale.JAPANESE, Locale.ENGLISH);

	private final ProblemBody body;

	private final StrictJson json;

	public ProblemWriter(Texts texts, StrictJson json) {
		this.body = new ProblemBody(texts);
		this.json = json;
	}

	public Mono<Void> write(ServerWebExchange exchange, MeguriProblem problem) {
		// The handler of failures stands outside of the filters, and so of their context.
		return Mono.defer(() -> write(exchange, problem, exchange.getAttribute(Correlation.KEY)));
	}

	private Mono<Void> write(ServerWebExchange exchange, MeguriProblem problem, @Nullable String correlation) {
		ServerHttpResponse response = exchange.getResponse();
		Locale locale = preferred(exchange.getRequest().getHeaders());
		response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
		headers(response.getHeaders(), problem, locale);
		if (exchange.getRequest().getMethod() == HttpMethod.HEAD) {
			return response.setComplete();
		}
		String path = exchange.getRequest().getPath().value();
		Map<String, @Nullable Object> answer = this.body.of(problem, locale, path, correlation);
		byte[] bytes = this.json.mapper().writeValueAsBytes(answer);
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes)));
	}

	private static void headers(HttpHeaders headers, MeguriProblem problem, Locale locale) {
		headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		headers.setContentLanguage(locale);
		headers.setCacheControl(CacheControl.noStore());
		if (problem.status() == 401) {
			headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
		}
		if (problem.retryAfter() != null) {
			headers.set(HttpHeaders.RETRY_AFTER, Long.toString(problem.retryAfter().toSeconds()));
		}
	}

	private static Locale preferred(HttpHeaders headers) {
		String accepted = headers.getFirst(HttpHeaders.ACCEPT_LANGUAGE);
		if (accepted == null) {
			return Locale.JAPANESE;
		}
		try {
			Locale found = Locale.lookup(LanguageRange.parse(accepted), LANGUAGES);
			return (found != null) ? found : Locale.JAPANESE;
		}
		catch (IllegalArgumentException ex) {
			return Locale.JAPANESE;
		}
	}

}
