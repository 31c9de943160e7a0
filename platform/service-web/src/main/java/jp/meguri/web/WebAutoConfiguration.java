package jp.meguri.web;

import io.micrometer.context.ContextRegistry;
import jp.meguri.database.CityTransaction;
import jp.meguri.directory.Directory;
import jp.meguri.web.json.StrictJson;
import jp.meguri.web.problem.ProblemExceptionHandler;
import jp.meguri.web.problem.ProblemWriter;
import jp.meguri.web.request.Admission;
import jp.meguri.web.request.CheckedHandlerAdapter;
import jp.meguri.web.request.CorrelationFilter;
import jp.meguri.web.request.HandlerPolicies;
import jp.meguri.web.request.RequestProperties;
import jp.meguri.web.request.StrictAddresses;
import jp.meguri.web.request.StrictWeb;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * The HTTP side every service has.
 */
@AutoConfiguration(afterName = "jp.meguri.directory.DirectoryAutoConfiguration")
@EnableConfigurationProperties(RequestProperties.class)
public class WebAutoConfiguration {

	static {
		ContextRegistry.getInstance()
			.registerThreadLocalAccessor(Correlation.KEY, () -> MDC.get(Correlation.KEY),
					(id) -> MDC.put(Correlation.KEY, id), () -> MDC.remove(Correlation.KEY));
	}

	@Bean
	Texts texts() {
		return new Texts();
	}

	@Bean
	StrictJson strictJson() {
		return new StrictJson();
	}

	@Bean
	StrictWeb strictWeb(StrictJson json) {
		return new StrictWeb(json);
	}

	@Bean
	StrictAddresses strictAddresses() {
		return new StrictAddresses();
	}

	@Bean
	ProblemWriter problemWriter(Texts texts, StrictJson json) {
		return new ProblemWriter(texts, json);
	}

	@Bean
	ProblemExceptionHandler problemExceptionHandler(ProblemWriter writer) {
		return new ProblemExceptionHandler(writer);
	}

	@Bean
	CorrelationFilter correlationFilter() {
		return new CorrelationFilter();
	}

	@Bean
	Admission admission(RequestProperties settings) {
		return new Admission(settings);
	}

	@Bean
	CheckedHandlerAdapter checkedHandlerAdapter(
			@Qualifier("requestMappingHandlerAdapter") RequestMappingHandlerAdapter handlers, Directory directory) {
		return new CheckedHandlerAdapter(handlers, directory);
	}

	@Bean
	HandlerPolicies handlerPolicies(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
			ObjectProvider<PublicPaths> open) {
		return new HandlerPolicies(mapping, open.stream().toList());
	}

	@Bean
	Idempotency idempotency(CityTransaction transaction, DatabaseClient client, StrictJson json) {
		return new Idempotency(transaction, client, json);
	}

}
