package dev.saidao.core.relation;

import dev.saidao.core.convention.Label;
import java.util.List;

/** A relation of which no more is to say. */
record PlainRelation(String id, Label title, Equation equation, List<Member> members) implements Relation {}
