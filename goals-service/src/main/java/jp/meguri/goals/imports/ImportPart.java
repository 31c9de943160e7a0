package jp.meguri.goals.imports;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

import jp.meguri.events.goals.ImportEvent;

/**
 * What a registered import offers to another service.
 *
 * @param part its number within the import; also the version of the announcement
 * @param content what is offered
 * @param state SENT until the other service has answered
 * @param reasonKey why it was refused, empty otherwise
 * @param matches what of it the other service had already; nothing was created for it
 */
record ImportPart(int part, Content content, State state, String reasonKey, @Nullable Instant answeredAt,
		List<Known> matches) {

	/**
	 * @param offered the id the import had chosen
	 * @param present the id the other service has
	 * @param name as it was offered; empty where it had none
	 */
	record Known(UUID offered, UUID present, String name) {
	}

	/** What of a document goes to another service, and to which. */
	enum Content {

		/** The plan with its tree, legend of grades and glossary. */
		PLAN("catalog"),
		/** Sections and bodies to be created. */
		ORGANISATION("catalog"),
		/** What was done and how it is judged, by goal. */
		RESULTS("evaluation"),
		/** 取り組みの総括. */
		POLICY_REVIEW("evaluation");

		private final String target;

		Content(String target) {
			this.target = target;
		}

		String target() {
			return this.target;
		}

	}

	enum State {

		SENT, APPLIED, REFUSED

	}

	/** A part about to be sent. */
	record Offer(int part, Content content, ImportEvent event) {

		/** What it offers by name, by the ids it was given. */
		Map<UUID, String> names() {
			Map<UUID, String> names = new HashMap<>();
			if (this.event instanceof ImportEvent.PlanOffered plan) {
				names.put(plan.edition().id(), joined(plan.edition().planName(), plan.edition().name()));
				plan.nodes().forEach((node) -> names.put(node.id(), joined(node.code(), node.title())));
				if (plan.gradingScheme() != null) {
					names.put(plan.gradingScheme().id(), plan.gradingScheme().name());
				}
			}
			if (this.event instanceof ImportEvent.OrganisationOffered organisation) {
				organisation.units().forEach((unit) -> names.put(unit.id(), unit.name()));
			}
			return names;
		}

		private static String joined(String code, String title) {
			return (code + " " + title).strip();
		}

	}

}
