package jp.meguri.test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class ServiceRulesTest {

	@RestController
	static class Streaming {

		Flux<String> all() {
			return Flux.empty();
		}

	}

	@RestController
	static class Collecting {

		Mono<String> one() {
			return Mono.empty();
		}

	}

	static class Waiting {

		Object wait(Mono<Object> answer) {
			return answer.block();
		}

	}

	static class WaitingForTheLast {

		Object wait(Flux<Object> answer) {
			return answer.blockLast();
		}

	}

	@Component
	static class Goal {

	}

	@Test
	void flux_isRefused_fromAController() {
		refused(rules(Streaming.class));
		accepted(rules(Collecting.class));
	}

	@Test
	void blocking_isRefused_unlessItIsAllowed() {
		refused(rules(Waiting.class));
		refused(rules(WaitingForTheLast.class));
		accepted(rules(Waiting.class).mayBlock("Waiting"));
	}

	@Test
	void spring_isRefused_inADomainType() {
		accepted(rules(Goal.class));
		refused(rules(Goal.class).domainTypes("Goal"));
	}

	@Test
	void ruleAboutNothing_isRefused() {
		refused(rules(Goal.class).domainTypes("Gaol"));
	}

	private static ServiceRules rules(Class<?> type) {
		return new ServiceRules(new ClassFileImporter().importClasses(type));
	}

	private static void refused(ServiceRules rules) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(rules::check);
	}

	private static void accepted(ServiceRules rules) {
		assertThatCode(rules::check).doesNotThrowAnyException();
	}

}
