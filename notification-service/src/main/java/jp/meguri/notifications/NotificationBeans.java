package jp.meguri.notifications;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import jp.meguri.notifications.deadline.DeadlineRepository;
import jp.meguri.notifications.notice.NoticeRepository;
import jp.meguri.notifications.submission.ContactRepository;
import jp.meguri.notifications.work.WorkItemRepository;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each repository exists twice: on the requests' connections and on the worker's. Circuit
 * breakers are counted.
 */
@Configuration(proxyBeanMethods = false)
class NotificationBeans {

	@Bean
	CircuitBreakerRegistry breakers() {
		return CircuitBreakerRegistry.ofDefaults();
	}

	@Bean
	MeterBinder breakerMetrics(CircuitBreakerRegistry breakers) {
		return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers);
	}

	@Bean
	@Primary
	WorkItemRepository workItems(DatabaseClient database) {
		return new WorkItemRepository(database);
	}

	@Bean
	@Qualifier("worker")
	WorkItemRepository workItemsOfWorker(@Qualifier("worker") DatabaseClient database) {
		return new WorkItemRepository(database);
	}

	@Bean
	@Primary
	DeadlineRepository deadlines(DatabaseClient database, JsonMapper json) {
		return new DeadlineRepository(database, json);
	}

	@Bean
	@Qualifier("worker")
	DeadlineRepository deadlinesOfWorker(@Qualifier("worker") DatabaseClient database, JsonMapper json) {
		return new DeadlineRepository(database, json);
	}

	@Bean
	@Primary
	NoticeRepository noticesOfReader(DatabaseClient database, JsonMapper json) {
		return new NoticeRepository(database, json);
	}

	@Bean
	@Qualifier("worker")
	NoticeRepository noticesOfWorker(@Qualifier("worker") DatabaseClient database, JsonMapper json) {
		return new NoticeRepository(database, json);
	}

	@Bean
	@Primary
	ContactRepository contacts(DatabaseClient database) {
		return new ContactRepository(database);
	}

	@Bean
	@Qualifier("worker")
	ContactRepository contactsOfWorker(@Qualifier("worker") DatabaseClient database) {
		return new ContactRepository(database);
	}

}
