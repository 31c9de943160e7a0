package jp.meguri.web.request;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.meguri.web.MeguriProblem;
import jp.meguri.web.Problems;
import jp.meguri.web.json.Characters;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ServerWebExchange;

/**
 * Refuses query parameters the handler does not know, and known ones given twice.
 */
final class StrictParameters {

	private final Map<Method, Parameters> known = new ConcurrentHashMap<>();

	void check(ServerWebExchange exchange, HandlerMethod handler) {
		Parameters parameters = this.known.computeIfAbsent(handler.getMethod(), (method) -> parametersOf(handler));
		exchange.getRequest().getQueryParams().entrySet().forEach((given) -> check(given, parameters));
	}

	private static void check(Entry<String, List<String>> given, Parameters parameters) {
		if (!parameters.all().contains(given.getKey())) {
			throw new MeguriProblem(400, "unknown-parameter");
		}
		boolean repeated = given.getValue().size() > 1 && !parameters.multiple().contains(given.getKey());
		if (repeated || given.getValue().stream().anyMatch(StrictParameters::isBroken)) {
			throw Problems.malformed();
		}
	}

	// U+FFFD is what invalid UTF-8 in the address was decoded to.
	private static boolean isBroken(String value) {
		return value != null
				&& (Characters.hasControl(value) || Characters.hasHalfCharacter(value) || value.indexOf('\uFFFD') >= 0);
	}

	private static Parameters parametersOf(HandlerMethod handler) {
		List<MethodParameter> parameters = Stream.of(handler.getMethodParameters())
			.filter((parameter) -> parameter.hasParameterAnnotation(RequestParam.class))
			.toList();
		return new Parameters(names(parameters.stream()),
				names(parameters.stream().filter(StrictParameters::takesSeveral)));
	}

	private static Set<String> names(Stream<MethodParameter> parameters) {
		return parameters.map(StrictParameters::nameOf).collect(Collectors.toUnmodifiableSet());
	}

	private static String nameOf(MethodParameter parameter) {
		RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
		String given = (annotation != null) ? annotation.name() : "";
		return given.isEmpty()
				? String.valueOf(parameter.getExecutable().getParameters()[parameter.getParameterIndex()].getName())
				: given;
	}

	private static boolean takesSeveral(MethodParameter parameter) {
		return parameter.getParameterType().isArray()
				|| Collection.class.isAssignableFrom(parameter.getParameterType());
	}

	private record Parameters(Set<String> all, Set<String> multiple) {
	}

}
