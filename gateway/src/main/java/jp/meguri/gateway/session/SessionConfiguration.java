package jp.meguri.gateway.session;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.session.web.server.session.SpringSessionWebSessionStore;
import org.springframework.web.server.session.DefaultWebSessionManager;
import org.springframework.web.server.session.WebSessionManager;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SessionConfiguration {

	@Bean
	WebSessionManager webSessionManager(SessionRepository sessions) {
		var manager = new DefaultWebSessionManager();
		manager.setSessionStore(new SpringSessionWebSessionStore<>(sessions));
		manager.setSessionIdResolver(SessionCookie.resolver());
		return manager;
	}

}
