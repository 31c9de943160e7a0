package jp.meguri.evaluation.report;

import jp.meguri.directory.Actor;
import jp.meguri.directory.Directory;
import jp.meguri.time.BusinessClock;
import jp.meguri.web.Problems;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seats a person with the city as it is known now. */
@Component
class ReportDesks {

	private final Directory directory;

	private final BusinessClock clock;

	ReportDesks(Directory directory, BusinessClock clock) {
		this.directory = directory;
		this.clock = clock;
	}

	Mono<ReportDesk> of(Actor actor) {
		return this.directory.city(actor.municipality())
			.map((city) -> new ReportDesk(actor, city, this.clock.now()))
			.switchIfEmpty(Mono.error(Problems::notFound));
	}

}
