package dev.lodestone.e2e;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How far the services are with {@code orders}. A service moves its place only after its transaction is committed. */
final class OrdersLag implements AutoCloseable {
    private static final List<String> GROUPS = List.of("points-service", "tier-service", "recall-service");
    private static final int SECONDS_MAX = 60;

    private final Admin admin;

    OrdersLag(String bootstrapServers) {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** Records that are still to be read by each group; 0 for one that is done. */
    Map<String, Long> byGroup() {
        int partitions = answer(admin.describeTopics(List.of("orders")).allTopicNames())
                .get("orders")
                .partitions()
                .size();
        Map<TopicPartition, OffsetSpec> latest = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition("orders", partition))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = answer(admin.listOffsets(latest).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
        return GROUPS.stream().collect(Collectors.toMap(group -> group, group -> lag(group, ends)));
    }

    private long lag(String group, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, OffsetAndMetadata> done =
                answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return ends.entrySet().stream()
                .mapToLong(end -> {
                    OffsetAndMetadata offset = done.get(end.getKey());
                    return end.getValue() - (offset == null ? 0 : offset.offset());
                })
                .sum();
    }

    private static <T> T answer(KafkaFuture<T> question) {
        try {
            return question.get(SECONDS_MAX, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException("Kafka does not answer", failure);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
