package jp.meguri.goals.publication;

import java.util.List;
import java.util.UUID;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.evaluation.ReleaseEvent;
import jp.meguri.events.evaluation.ReleaseEvent.Item;
import jp.meguri.events.evaluation.ReleaseEvent.Release;
import jp.meguri.goals.sheet.PublishedGoals;
import jp.meguri.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Follows the releases of evaluation-service. */
@Component
class ReleaseListener implements EventHandler<ReleaseEvent> {

	private final GoalReleases releases;

	private final PublishedGoals goals;

	ReleaseListener(GoalReleases releases, PublishedGoals goals) {
		this.releases = releases;
		this.goals = goals;
	}

	@Override
	public String name() {
		return "goal-publication";
	}

	@Override
	public String topic() {
		return Topics.EVALUATIONS;
	}

	@Override
	public Class<ReleaseEvent> family() {
		return ReleaseEvent.class;
	}

	@Override
	public Mono<Void> handle(EventEnvelope<ReleaseEvent> event) {
		if (event.data() instanceof ReleaseEvent.Scheduled) {
			return Mono.empty();
		}
		UUID municipality = event.municipality();
		Release release = event.data().release();
		List<UUID> shown = release.items().stream().map(Item::goal).distinct().toList();
		return this.releases.keep(municipality, release, event.data() instanceof ReleaseEvent.Published)
			.then(this.goals.refresh(event, shown, (goal) -> this.releases.stateOf(municipality, goal)));
	}

}
