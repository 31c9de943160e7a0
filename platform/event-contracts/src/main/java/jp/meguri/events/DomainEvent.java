package jp.meguri.events;

/**
 * Something that happened, with the full state after it.
 */
public interface DomainEvent {

}
