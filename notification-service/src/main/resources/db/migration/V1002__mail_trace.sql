-- Where the trace stood of what a letter tells (W3C traceparent): the letter goes on from there.
alter table mail add column trace text;
