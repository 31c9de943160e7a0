package jp.meguri.web.request;

import java.util.List;
import jp.meguri.web.PublicPaths;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Refuses to start with a handler that nobody has decided about: it takes an
 * {@code Actor}, carries {@code @Access}, or lies on a public path.
 */
public final class HandlerPolicies implements SmartInitializingSingleton {

	private final RequestMappingHandlerMapping mapping;

	private final List<PathPattern> open;

	public HandlerPolicies(RequestMappingHandlerMapping mapping, List<PublicPaths> open) {
		this.mapping = mapping;
		this.open = open.stream()
			.flatMap((paths) -> paths.patterns().stream())
			.map(PathPatternParser.defaultInstance::parse)
			.toList();
	}

	@Override
	public void afterSingletonsInstantiated() {
		List<HandlerMethod> undecided = this.mapping.getHandlerMethods()
			.entrySet()
			.stream()
			.filter((entry) -> !CheckedHandlerAdapter.needsActor(entry.getValue()) && !isOpen(entry.getKey()))
			.map((entry) -> entry.getValue())
			.toList();
		if (!undecided.isEmpty()) {
			throw new IllegalStateException("Handlers without a decision who may call them: " + undecided);
		}
	}

	private boolean isOpen(RequestMappingInfo info) {
		return info.getPatternsCondition()
			.getPatterns()
			.stream()
			.map((pattern) -> PathContainer.parsePath(pattern.getPatternString().replaceAll("[{}*]", "x")))
			.allMatch((path) -> this.open.stream().anyMatch((pattern) -> pattern.matches(path)));
	}

}
