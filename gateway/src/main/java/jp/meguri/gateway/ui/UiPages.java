package jp.meguri.gateway.ui;

import java.time.Duration;
import java.util.Arrays;
import jp.meguri.gateway.problem.Problem;
import jp.meguri.gateway.web.UiAddresses;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Serves the user interface from the jar of module ui.
 */
@Configuration(proxyBeanMethods = false)
class UiPages {

	private static final CacheControl FOR_EVER = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

	private static final CacheControl FOR_AN_HOUR = CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

	@Bean
	RouterFunction<ServerResponse> uiAssets() {
		return RouterFunctions.resources(UiAddresses.ASSETS, new ClassPathResource("static/assets/"),
				(resource, headers) -> headers.setCacheControl(FOR_EVER));
	}

	@Bean
	RouterFunction<ServerResponse> uiFiles() {
		return RouterFunctions.route(RequestPredicates.GET(UiAddresses.FILES),
				(request) -> file("static/" + request.pathVariable("file")));
	}

	@Bean
	RouterFunction<ServerResponse> uiPage() {
		HandlerFunction<ServerResponse> page = (request) -> page(request);
		return RouterFunctions.route(pages(), page);
	}

	private static RequestPredicate pages() {
		return Arrays.stream(UiAddresses.PAGES).map(RequestPredicates::GET).reduce(RequestPredicate::or).orElseThrow();
	}

	/** Always asked for anew: it names the assets of the release that runs. */
	private static Mono<ServerResponse> page(ServerRequest request) {
		Resource index = new ClassPathResource("static/index.html");
		if (!index.exists()) {
			return Mono.error(Problem::notFound);
		}
		return ServerResponse.ok()
			.contentType(MediaType.TEXT_HTML)
			.cacheControl(CacheControl.noCache())
			.bodyValue(index);
	}

	private static Mono<ServerResponse> file(String path) {
		Resource file = new ClassPathResource(path);
		return file.exists() ? ServerResponse.ok().cacheControl(FOR_AN_HOUR).bodyValue(file)
				: Mono.error(Problem::notFound);
	}

}
