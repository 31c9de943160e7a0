package jp.meguri.gateway.access;

import java.util.Objects;
import jp.meguri.directory.Actor;
import org.springframework.web.server.ServerWebExchange;

/**
 * The person behind a request that passed the rights check.
 */
public final class CallingActor {

	private static final String ATTRIBUTE = CallingActor.class.getName();

	private CallingActor() {
	}

	static void put(ServerWebExchange exchange, Actor actor) {
		exchange.getAttributes().put(ATTRIBUTE, actor);
	}

	public static Actor of(ServerWebExchange exchange) {
		return Objects.requireNonNull(exchange.<Actor>getAttribute(ATTRIBUTE), "The rights check has not run");
	}

}
