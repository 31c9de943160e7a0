package jp.meguri.goals.sheet;

import java.time.Instant;
import jp.meguri.events.CycleMode;
import jp.meguri.events.EventActor;
import jp.meguri.goals.access.Circumstances;
import jp.meguri.web.Correlation;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Who or what makes a change, and when.
 *
 * @param correlation the request, or null where it was none
 */
record Cause(EventActor actor, CycleMode mode, Instant at, @Nullable String correlation) {

	/** The running request. */
	static Mono<Cause> of(Circumstances circumstances) {
		return Correlation.with((correlation) -> Mono.just(new Cause(circumstances.actor().toEventActor(),
				circumstances.mode(), circumstances.now(), correlation)));
	}

}
