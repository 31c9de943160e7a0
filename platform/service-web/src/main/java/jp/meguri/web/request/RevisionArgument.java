package jp.meguri.web.request;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.meguri.web.Problems;
import jp.meguri.web.Revision;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Reads the one strong tag of {@code If-Match}.
 */
public final class RevisionArgument implements HandlerMethodArgumentResolver {

	private static final Pattern FORM = Pattern.compile("\"([0-9]{1,18})\"");

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Revision.class;
	}

	@Override
	public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
		return Mono.fromSupplier(() -> read(exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.IF_MATCH)));
	}

	static Revision read(List<String> values) {
		if (values.isEmpty()) {
			throw Problems.preconditionRequired();
		}
		Matcher form = FORM.matcher(values.get(0));
		if (values.size() > 1 || !form.matches()) {
			throw Problems.malformed();
		}
		return new Revision(Long.parseLong(form.group(1)));
	}

}
