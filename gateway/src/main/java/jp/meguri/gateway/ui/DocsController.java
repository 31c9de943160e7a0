package jp.meguri.gateway.ui;

import java.util.List;
import java.util.stream.Stream;
import jp.meguri.gateway.problem.Problem;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * The contracts of the services, as files that came with the build.
 */
@RestController
class DocsController {

	private static final List<String> SERVICES = List.of("catalog", "goals", "evaluation", "notification", "gateway");

	@GetMapping("/api/docs")
	Mono<DocsView> list() {
		return Mono.fromSupplier(() -> new DocsView(existing().map((name) -> "/api/docs/" + name + ".json").toList()));
	}

	@GetMapping(path = "/api/docs/{name}.json", produces = MediaType.APPLICATION_JSON_VALUE)
	Mono<Resource> document(@PathVariable String name) {
		return Mono.fromCallable(() -> existing().filter(name::equals)
			.map(DocsController::file)
			.findFirst()
			.orElseThrow(Problem::notFound));
	}

	private static Stream<String> existing() {
		return SERVICES.stream().filter((name) -> file(name).exists());
	}

	private static Resource file(String name) {
		return new ClassPathResource("openapi/" + name + ".json");
	}

	record DocsView(List<String> items) {
	}

}
