-- Invented figures are marked wherever they show; without this a province would be read through to find none.
create index observation_invented on observation (period, indicator_id) where provenance ->> 'kind' = 'invented';
