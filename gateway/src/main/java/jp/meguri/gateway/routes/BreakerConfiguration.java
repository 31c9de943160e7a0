package jp.meguri.gateway.routes;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.cloud.circuitbreaker.resilience4j.ReactiveResilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JConfigBuilder;
import org.springframework.cloud.client.circuitbreaker.Customizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * When a service is left alone for a while: after half of the last calls found it dead or
 * silent. What the caller did wrong, and what a service answers, does not count.
 */
@Configuration(proxyBeanMethods = false)
class BreakerConfiguration {

	@Bean
	Customizer<ReactiveResilience4JCircuitBreakerFactory> breakers() {
		var config = CircuitBreakerConfig.custom()
			.slidingWindowSize(20)
			.minimumNumberOfCalls(5)
			.failureRateThreshold(50)
			.waitDurationInOpenState(Duration.ofSeconds(5))
			.permittedNumberOfCallsInHalfOpenState(3)
			.automaticTransitionFromOpenToHalfOpenEnabled(true)
			.recordException(BreakerConfiguration::isServiceFailure)
			.build();
		return (factory) -> factory
			.configureDefault((name) -> new Resilience4JConfigBuilder(name).circuitBreakerConfig(config).build());
	}

	static boolean isServiceFailure(Throwable failure) {
		if (failure instanceof ResponseStatusException answer) {
			return answer.getStatusCode() == HttpStatus.GATEWAY_TIMEOUT;
		}
		return failure instanceof IOException || failure instanceof TimeoutException;
	}

}
